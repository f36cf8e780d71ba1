import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "example": exit(writeExample())
case "tables": exit(regenerateTables())
default:
  print("usage: swift run workbench example | tables")
  exit(2)
}
