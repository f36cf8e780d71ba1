import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "example": exit(writeExample())
case "facts": exit(writeFacts())
case "tables": exit(regenerateTables())
case "library": exit(regenerateLibrary())
case "properties": exit(checkProperties(Array(arguments.dropFirst())))
case "differential": exit(checkDifference(Array(arguments.dropFirst())))
default:
  print(
    "usage: swift run workbench example | facts | library | tables | properties [CASES [SEED]] | differential [CASES [SEED]]")
  exit(2)
}
