import Cells

/// Covers names and identifiers when the biller wants them covered.
struct Privacy: Equatable, Sendable {
  var isMasked: Bool
  var glyphs: Glyphs

  /// What stands for something covered; always as long, so that the length tells nothing.
  var cover: SafeText { SafeText(glyph: glyphs.bullet, count: 7) }

  /// The name of a person.
  func person(_ name: String) -> SafeText { covered(name) }

  /// A number that leads to a person: claim, member, payer's claim number.
  func identifier(_ text: String) -> SafeText { covered(text) }

  /// Text that may hold anything: notes, what payers wrote.
  func free(_ text: String) -> SafeText { covered(text) }

  private func covered(_ text: String) -> SafeText {
    guard isMasked, !text.isEmpty else { return SafeText(foreign: text) }
    return cover
  }

  /// A sentence of the office, with what looks like a number or a name covered.
  func sentence(_ text: SafeText) -> SafeText {
    guard isMasked else { return text }
    var words: [SafeText] = []
    var isName = false
    for word in text.string.split(separator: " ", omittingEmptySubsequences: false) {
      let digits = word.filter(\.isNumber).count
      let letters = word.filter(\.isLetter)
      let isCapitals = letters.count > 1 && letters.allSatisfy(\.isUppercase)
      // `DOE, JANE`: capitals with a comma, and the capitals after them.
      let beginsName = isCapitals && word.hasSuffix(",")
      let isAmount = word.hasPrefix("$") || word.hasPrefix("-$") || word.hasPrefix("($")
      if digits >= 5 && !isAmount || beginsName || isName && isCapitals {
        words.append(cover)
      } else {
        words.append(SafeText(foreign: String(word)))
      }
      isName = beginsName || isName && isCapitals && !word.hasSuffix(".")
    }
    return words.joined(separator: " ")
  }
}
