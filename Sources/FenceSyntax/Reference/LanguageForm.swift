/// A form of the language as its reference and the program's help show it.
public struct LanguageForm: Hashable, Sendable {
  /// The words by which people look it up: `opted out`.
  public let name: String

  /// How it is written: lower-case words as they are, capitals for what is put in their place, brackets around
  /// what may be left out.
  public let shape: String

  /// What it means, or when it is true, in one sentence without a full stop.
  public let meaning: String

  /// A condition that holds it and compiles.
  public let example: String

  /// The part of the reference that tells more.
  public let chapter: String

  init(
    _ name: String, _ shape: String, _ meaning: String, example: String, chapter: String
  ) {
    self.name = name
    self.shape = shape
    self.meaning = meaning
    self.example = example
    self.chapter = chapter
  }
}
