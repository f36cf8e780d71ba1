import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "calendars": exit(compareCalendars(fetching: arguments.contains("--fetch")))
case "clock": exit(measureClock())
case "example": exit(writeExample())
case "facts": exit(writeFacts())
case "forms": exit(writeForms())
case "pages": exit(writePages())
case "tables": exit(regenerateTables())
case "library": exit(regenerateLibrary())
case "sizes": exit(printSizes())
case "transitions": exit(compareTransitions())
case "zones": exit(compareZones())
case "trace": exit(traceLaw(Array(arguments.dropFirst())))
case "properties": exit(checkProperties(Array(arguments.dropFirst())))
case "conformance": exit(checkConformance(Array(arguments.dropFirst())))
case "differential": exit(checkDifference(Array(arguments.dropFirst())))
case "numbers": exit(compareNumbers(Array(arguments.dropFirst())))
default:
  print(
    """
    usage: swift run workbench calendars [--fetch] | clock | conformance FOLDER
                               | differential [CASES [SEED [SHIPPED [SET]]]] | example | facts
                               | forms | library | numbers [COUNT [SEED]] | pages | properties [CASES [SEED]]
                               | sizes | tables | trace DOCUMENT… | transitions | zones
    """)
  exit(2)
}
