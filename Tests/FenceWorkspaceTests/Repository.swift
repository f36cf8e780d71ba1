import Foundation
import TestSupport

/// The bytes of a file of the repository.
func source(at path: String) throws -> [UInt8] {
  try Array(Data(contentsOf: repositoryRoot.appending(path: path)))
}

/// The policy files of the repository, sorted.
func policyPaths() throws -> [String] {
  try FileManager.default
    .subpathsOfDirectory(atPath: repositoryRoot.appending(path: "Policies").path)
    .filter { $0.hasSuffix(".fence") }.sorted()
}
