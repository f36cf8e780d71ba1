import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "example": exit(writeExample())
case "tables": exit(regenerateTables())
case "library": exit(regenerateLibrary())
case "properties": exit(checkProperties(Array(arguments.dropFirst())))
default:
  print(
    "usage: swift run workbench example | library | tables | properties [CASES [SEED]]")
  exit(2)
}
