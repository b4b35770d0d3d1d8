import Billing
import Desk

/// The word of a filter under the caret: its field, and what is typed of its value.
struct FilterWord: Equatable, Sendable {
  var field: FilterField?
  var hasColon: Bool
  var typed: String
  /// Characters of the value, or of the whole word where there is no field.
  var range: Range<Int>

  init(in text: String, caret: Int) {
    let characters = Array(text)
    let end = min(caret, characters.count)
    var start = end
    while start > 0, !" (\t,".contains(characters[start - 1]) { start -= 1 }
    // A comma separates values of the field before it.
    var head = start
    while head > 0, !" (\t".contains(characters[head - 1]) { head -= 1 }
    let word = characters[head..<end]
    hasColon = word.contains(":")
    if let colon = word.firstIndex(of: ":") {
      let name = String(characters[head..<colon]).drop { $0 == "-" }
      let valueStart = max(start, colon + 1)
      field = FilterField(rawValue: name.lowercased())
      typed = String(characters[valueStart..<end])
      range = valueStart..<end
    } else {
      if start < end, characters[start] == "-" { start += 1 }
      field = nil
      typed = String(characters[start..<end])
      range = start..<end
    }
  }

  /// A value as it stands in a filter: in quotes where it must.
  static func quoted(_ value: String) -> String { FilterText.word(value) }
}
