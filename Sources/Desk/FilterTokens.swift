// A filter as words, signs and parentheses.

/// One piece of a filter with its place in the text.
struct FilterToken: Equatable {
  enum Kind: Equatable {
    case open
    case close
    /// A word; `isQuoted` where it stood in quotes as a whole.
    case word(String, isQuoted: Bool)
    /// `payer:medicare,aetna` or `age>30`: the name, the sign, and each value with its place.
    case field(name: String, sign: String, values: [Value])
  }

  struct Value: Equatable {
    var text: String
    var isQuoted: Bool
    /// Characters of the whole text before it.
    var offset: Int
  }

  var kind: Kind
  /// Whether a minus stood before it.
  var isNegated: Bool
  var offset: Int
  var length: Int
}

/// Cuts a filter into tokens.
struct FilterTokenizer {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) { characters = Array(text) }

  mutating func tokens() throws(FilterError) -> [FilterToken] {
    var result: [FilterToken] = []
    while true {
      while let next = peek, next == " " || next == "\t" { index += 1 }
      guard let next = peek else { return result }
      let start = index
      var isNegated = false
      if next == "-", index + 1 < characters.count, !" \t)".contains(characters[index + 1]) {
        isNegated = true
        index += 1
      }
      let kind: FilterToken.Kind
      switch peek {
      case "(":
        index += 1
        kind = .open
      case ")":
        index += 1
        kind = .close
      default: kind = try word()
      }
      result.append(
        FilterToken(kind: kind, isNegated: isNegated, offset: start, length: index - start))
    }
  }

  private var peek: Character? { index < characters.count ? characters[index] : nil }

  private mutating func word() throws(FilterError) -> FilterToken.Kind {
    if peek == "\"" { return .word(try quoted(), isQuoted: true) }
    let name = take { !" \t()\":<>=".contains($0) }
    if name.isEmpty {
      // A sign with nothing before it is a word of its own, refused where it is read.
      return .word(take { !" \t()".contains($0) }, isQuoted: false)
    }
    guard let sign = sign() else { return .word(name, isQuoted: false) }
    var values: [FilterToken.Value] = []
    repeat {
      let offset = index
      if peek == "\"" {
        values.append(FilterToken.Value(text: try quoted(), isQuoted: true, offset: offset))
      } else {
        let text = take { !" \t()\",".contains($0) }
        values.append(FilterToken.Value(text: text, isQuoted: false, offset: offset))
      }
    } while takeComma()
    return .field(name: name, sign: sign, values: values)
  }

  private mutating func sign() -> String? {
    switch peek {
    case ":":
      index += 1
      // `age:>30` is what some people write.
      if let next = peek, next == "<" || next == ">" { return sign() }
      return ":"
    case "=":
      index += 1
      return ":"
    case "<", ">":
      let first = characters[index]
      index += 1
      if peek == "=" {
        index += 1
        return String(first) + "="
      }
      return String(first)
    default: return nil
    }
  }

  private mutating func takeComma() -> Bool {
    guard peek == "," else { return false }
    index += 1
    return true
  }

  private mutating func take(while condition: (Character) -> Bool) -> String {
    let start = index
    while let next = peek, condition(next) { index += 1 }
    return String(characters[start..<index])
  }

  private mutating func quoted() throws(FilterError) -> String {
    let start = index
    index += 1
    var text = ""
    while let next = peek {
      index += 1
      if next == "\"" { return text }
      if next == "\\", let escaped = peek {
        text.append(escaped)
        index += 1
      } else {
        text.append(next)
      }
    }
    throw FilterError(
      offset: start, length: index - start, message: "This quote is not closed.")
  }
}
