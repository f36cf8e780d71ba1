/// Letters of other alphabets that look like a Latin letter (after Unicode TS 39, the Cyrillic, Greek and
/// Armenian ones, and full-width Latin).
let latinLookalikes: [Unicode.Scalar: Unicode.Scalar] = {
  var table: [Unicode.Scalar: Unicode.Scalar] = [
    // Cyrillic
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "і": "i", "ј": "j", "к": "k",
    "ӏ": "l", "м": "m", "о": "o", "р": "p", "ԛ": "q", "ѕ": "s", "т": "t", "у": "y", "ѵ": "v",
    "ԝ": "w", "х": "x", "г": "r", "п": "n", "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H",
    "І": "I", "Ј": "J", "К": "K", "М": "M", "О": "O", "Р": "P", "Ѕ": "S", "Т": "T", "У": "Y",
    "Х": "X",
    // Greek
    "α": "a", "γ": "y", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "σ": "o",
    "τ": "t", "υ": "u", "χ": "x", "ω": "w", "η": "n", "μ": "u", "Α": "A", "Β": "B", "Ε": "E",
    "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T",
    "Υ": "Y", "Χ": "X",
    // Armenian, Latin letters without a dot, and script forms
    "օ": "o", "ո": "n", "ս": "u", "հ": "h", "ց": "g", "ı": "i", "ȷ": "j", "ɑ": "a", "ɡ": "g",
    "ⅼ": "l", "ⅰ": "i",
  ]
  for offset in UInt32(0)..<26 {
    // Full-width forms lie in the order of ASCII.
    if let wide = Unicode.Scalar(0xFF41 + offset), let plain = Unicode.Scalar(0x61 + offset) {
      table[wide] = plain
    }
    if let wide = Unicode.Scalar(0xFF21 + offset), let plain = Unicode.Scalar(0x41 + offset) {
      table[wide] = plain
    }
  }
  return table
}()
