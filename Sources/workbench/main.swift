import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "tables": exit(regenerateTables())
case "library": exit(regenerateLibrary())
case "properties": exit(checkProperties(Array(arguments.dropFirst())))
default:
  print("usage: swift run workbench tables | library | properties [CASES [SEED]]")
  exit(2)
}
