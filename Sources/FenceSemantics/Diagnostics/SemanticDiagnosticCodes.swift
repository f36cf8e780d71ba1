public import FenceDiagnostics

/// The catalogue of what can be wrong with the meaning of policies: `F0301` to `F0399`.
public let semanticDiagnosticCodes: [DiagnosticCode] = SemanticCode.allCases.map(\.entry)
