import TestSupport
import Testing

@testable import EmbeddingExample

/// What the example of an embedding program says.
@Suite struct EmbeddingExampleTests {
  @Test func saysWhatItIsMeantToShow() async throws {
    expectGolden(try await demonstration().joined(separator: "\n") + "\n", "embedding/example.txt")
  }
}
