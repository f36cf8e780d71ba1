import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "calendars": exit(compareCalendars(fetching: arguments.contains("--fetch")))
case "clock": exit(measureClock())
case "example": exit(writeExample())
case "facts": exit(writeFacts())
case "tables": exit(regenerateTables())
case "library": exit(regenerateLibrary())
case "properties": exit(checkProperties(Array(arguments.dropFirst())))
default:
  print(
    """
    usage: swift run workbench calendars [--fetch] | clock | example | facts | library | tables
                               | properties [CASES [SEED]]
    """)
  exit(2)
}
