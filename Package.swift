// swift-tools-version: 6.2
import PackageDescription

// One target per room; `Docs/architecture` draws the route between them. No package dependencies, on purpose.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], _ more: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings + more)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let package = Package(
  name: "Ringfence",
  products: [
    .executable(name: "ringfence", targets: ["ringfence-program"]),
    .library(name: "Ringfence", targets: ["Ringfence"]),
  ],
  targets: [
    // MARK: ground
    room("FenceDiagnostics"),
    room("Outreach"),

    // MARK: language
    room("FenceSyntax", ["FenceDiagnostics", "Outreach"]),
    room("FenceCore", ["FenceDiagnostics", "Outreach"]),
    room("FenceSemantics", ["FenceDiagnostics", "Outreach", "FenceSyntax", "FenceCore"]),

    // MARK: world
    room("OutreachFacts", ["FenceDiagnostics", "Outreach"]),
    room("FenceLibrary"),

    // MARK: assembly
    room(
      "FenceWorkspace",
      [
        "FenceDiagnostics", "Outreach", "FenceSyntax", "FenceSemantics", "FenceCore",
        "OutreachFacts", "FenceLibrary",
      ]),
    room("FenceReports", ["FenceDiagnostics", "Outreach", "FenceCore"]),

    // MARK: face
    room(
      "FenceCommands",
      [
        "FenceDiagnostics", "Outreach", "FenceSyntax", "FenceSemantics", "FenceCore",
        "OutreachFacts", "FenceLibrary", "FenceWorkspace", "FenceReports",
      ]),
    room(
      "Ringfence",
      [
        "FenceDiagnostics", "Outreach", "FenceCore", "OutreachFacts", "FenceLibrary",
        "FenceWorkspace",
      ],
      // So that the compiler refuses types of other rooms in what embedding programs see.
      [.enableUpcomingFeature("InternalImportsByDefault")]),
    .executableTarget(
      name: "ringfence-program", dependencies: ["FenceCommands"], path: "Sources/ringfence-program",
      swiftSettings: settings),
    .executableTarget(
      name: "workbench",
      dependencies: [
        "FenceDiagnostics", "Outreach", "FenceSyntax", "FenceSemantics", "FenceCore",
        "OutreachFacts", "FenceLibrary", "FenceWorkspace", "FenceReports",
      ],
      exclude: [
        "Numbering", "Places", "Zones", "Tables/literal.py", "Tables/requirements.txt",
        "Calendars/mapping.txt", "Calendars/differences.txt", "Calendars/requirements.txt",
        "Calendars/make_holidays.py",
      ],
      swiftSettings: settings),

    // MARK: tests
    .target(
      name: "TestSupport", dependencies: ["FenceDiagnostics", "Outreach"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("FenceDiagnostics", ["FenceDiagnostics"]),
    tests("Outreach", ["Outreach", "OutreachFacts"]),
    tests("FenceSyntax", ["FenceSyntax", "FenceDiagnostics", "Outreach"]),
    tests(
      "FenceSemantics",
      ["FenceSemantics", "FenceSyntax", "FenceDiagnostics", "FenceCore", "Outreach"]),
    tests(
      "FenceCore",
      [
        "FenceCore", "FenceSemantics", "FenceSyntax", "FenceDiagnostics", "Outreach",
        "OutreachFacts",
      ]),
    tests("OutreachFacts", ["OutreachFacts", "Outreach", "FenceDiagnostics", "workbench"]),
    tests(
      "FenceWorkspace",
      [
        "FenceWorkspace", "FenceSemantics", "FenceSyntax", "FenceDiagnostics", "FenceCore",
        "Outreach", "OutreachFacts", "FenceLibrary",
      ]),
    tests("FenceReports", ["FenceReports", "FenceCore", "FenceDiagnostics", "Outreach"]),
    tests(
      "FenceCommands",
      [
        "FenceCommands", "FenceWorkspace", "FenceReports", "FenceCore", "FenceSyntax",
        "FenceDiagnostics",
        "FenceLibrary", "Outreach", "OutreachFacts",
      ]),
    // The example of an embedding program, as its own package builds it.
    .target(
      name: "EmbeddingExample", dependencies: ["Ringfence"],
      path: "Docs/Examples/embedding/Sources/embedding", exclude: ["main.swift"],
      swiftSettings: settings),
    tests("Ringfence", ["Ringfence", "EmbeddingExample"]),
    tests("Grammar", ["FenceSyntax", "FenceDiagnostics", "Outreach"]),
    tests(
      "Policy",
      [
        "FenceWorkspace", "FenceSemantics", "FenceSyntax", "FenceDiagnostics", "FenceCore",
        "FenceLibrary", "Outreach", "OutreachFacts", "workbench",
      ]),
    tests(
      "Documentation",
      [
        "FenceCommands", "FenceWorkspace", "FenceSemantics", "FenceSyntax", "FenceDiagnostics",
        "FenceLibrary", "Outreach", "OutreachFacts", "workbench",
      ]),
    tests(
      "Conformance",
      [
        "workbench", "FenceWorkspace", "FenceSemantics", "FenceSyntax", "FenceDiagnostics",
        "FenceCore", "Outreach", "OutreachFacts",
      ]),
    tests("Architecture", []),
  ]
)
