import X12

/// The words of a line (NTE*ADD) and the modifiers that fit beside its code.
///
/// A code has room for four modifiers. With more of them 99 takes the fourth place and the rest go
/// into the note, before everything else (Noridian's modifier rule, domain reference 6.2).
struct LineNote {
  /// At most four.
  var modifiers: [String]
  /// At most 80 characters.
  var text: String

  init(_ narrative: String, modifiers all: [String]) {
    let words = PlainCapitals.text(narrative)
    guard all.count > 4 else {
      modifiers = all
      text = LineNote.cut(words)
      return
    }
    modifiers = Array(all.prefix(3)) + ["99"]
    let rest = "MODS " + all.dropFirst(3).joined(separator: " ")
    text = LineNote.cut(words.contains(rest) ? words : words.isEmpty ? rest : rest + " " + words)
  }

  /// The longest note that payers read (Noridian; NTE02 holds 80 characters).
  static let longest = 80

  /// The text, without the words that no longer fit; plain ASCII comes in.
  static func cut(_ text: String) -> String {
    guard text.utf8.count > longest else { return text }
    let room = text.prefix(longest + 1)
    guard let blank = room.lastIndex(of: " "), blank > room.startIndex else {
      return String(text.prefix(longest))
    }
    return String(room[..<blank])
  }
}
