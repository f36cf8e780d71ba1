import Outreach
import OutreachFacts

/// Zones, numbers and places: one for the whole process, read-only.
let world = compiledWorld()
