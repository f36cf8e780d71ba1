public import FenceDiagnostics

/// Everything that can be wrong with the characters (F01xx) and the form (F02xx) of a text.
public let syntaxDiagnosticCodes: [DiagnosticCode] = [
  .unterminatedText, .unknownEscape, .strayCharacter, .foreignLetter, .lookalikeLetter,
  .hiddenDirection, .notUTF8, .badDate, .badTime, .badInstant, .badNumber, .gluedNumber,
  .declarationExpected, .nameExpected, .wrongClause, .unclosed, .unexpected, .valueExpected,
  .tooDeep, .mixedPeriod, .badPeriod, .badDay, .otherSpelling, .commaExpected,
  .unknownEdition,
]

extension DiagnosticCode {
  // Characters
  static let unterminatedText = DiagnosticCode("F0101", "a text without an end")
  static let unknownEscape = DiagnosticCode("F0102", "an unknown escape in a text")
  static let strayCharacter = DiagnosticCode("F0103", "a character without a meaning")
  static let foreignLetter = DiagnosticCode("F0104", "a letter that names may not hold")
  static let lookalikeLetter = DiagnosticCode("F0105", "a letter that looks like another")
  static let hiddenDirection = DiagnosticCode("F0106", "an invisible change of direction")
  static let notUTF8 = DiagnosticCode("F0107", "bytes that are not UTF-8")
  static let badDate = DiagnosticCode("F0108", "no day of the calendar")
  static let badTime = DiagnosticCode("F0109", "no time of day")
  static let badInstant = DiagnosticCode("F0110", "no point in time")
  static let badNumber = DiagnosticCode("F0111", "a number too long")
  static let gluedNumber = DiagnosticCode("F0112", "a number and a word run together")

  // Form
  static let declarationExpected = DiagnosticCode("F0201", "no declaration")
  static let nameExpected = DiagnosticCode("F0202", "a name is missing")
  static let wrongClause = DiagnosticCode("F0203", "no clause of this declaration")
  static let unclosed = DiagnosticCode("F0204", "a bracket without its partner")
  static let unexpected = DiagnosticCode("F0205", "a word is missing or out of place")
  static let valueExpected = DiagnosticCode("F0206", "a value or condition is missing")
  static let tooDeep = DiagnosticCode("F0207", "too many brackets in each other")
  static let mixedPeriod = DiagnosticCode("F0208", "hours and days in one period")
  static let badPeriod = DiagnosticCode("F0209", "no period")
  static let badDay = DiagnosticCode("F0210", "no day, month or weekday")
  static let otherSpelling = DiagnosticCode("F0211", "a spelling of another language")
  static let commaExpected = DiagnosticCode("F0212", "a comma is missing")
  static let unknownEdition = DiagnosticCode("F0213", "an edition that is not known")
}
