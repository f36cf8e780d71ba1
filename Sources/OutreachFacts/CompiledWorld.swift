public import Outreach

/// The world as it was compiled into the program: zones, numbering plans and places of pinned releases.
public func compiledWorld() -> World {
  World(zones: SharedZones(), numbers: CompiledNumbering(), places: CompiledPlaces())
}

/// The release from which the numbering plans were compiled.
public let numberingRelease = "phonenumbers 9.0.43"
