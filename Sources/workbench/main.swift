import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "tables": exit(regenerateTables())
default:
  print("usage: swift run workbench tables")
  exit(2)
}
