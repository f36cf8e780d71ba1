import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "tables": exit(regenerateTables())
case "library": exit(regenerateLibrary())
default:
  print("usage: swift run workbench tables|library")
  exit(2)
}
