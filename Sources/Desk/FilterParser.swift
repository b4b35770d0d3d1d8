package import Billing

/// Reads the filter language: `payer:medicare code:CO-16 age>30 -status:waiting @me`.
///
/// Words join with *and*; `or`, `and`, `not` and parentheses group; a minus means *not*; values
/// separated by commas are alternatives; text in quotes is taken as it stands. Dates relative to
/// today (`due<+7d`) become days.
package enum FilterParser {
  /// Reads a filter; nothing but blanks lets everything through.
  ///
  /// - Throws: what is wrong, at the character where it is.
  package static func parse(
    _ text: String, today: Day, user: String
  ) throws(FilterError) -> WorkFilter {
    guard text.utf8.count <= longest else {
      throw FilterError(offset: longest, message: "A filter has at most \(longest) characters.")
    }
    var tokenizer = FilterTokenizer(text)
    var reader = FilterReader(
      tokens: try tokenizer.tokens(), end: text.count, today: today, user: user)
    return try reader.all()
  }

  private static let longest = 2000
}

/// Reads tokens from left to right.
private struct FilterReader {
  let tokens: [FilterToken]
  let end: Int
  let today: Day
  let user: String
  private var index = 0
  private var depth = 0

  init(tokens: [FilterToken], end: Int, today: Day, user: String) {
    self.tokens = tokens
    self.end = end
    self.today = today
    self.user = user
  }

  mutating func all() throws(FilterError) -> WorkFilter {
    if tokens.isEmpty { return .everything }
    let filter = try alternatives()
    if index < tokens.count {
      throw FilterError(
        offset: tokens[index].offset, message: "This parenthesis closes nothing.")
    }
    return filter
  }

  private var peek: FilterToken? { index < tokens.count ? tokens[index] : nil }

  private func isWord(_ token: FilterToken?, _ text: String) -> Bool {
    guard case .word(let word, isQuoted: false)? = token?.kind, token?.isNegated == false else {
      return false
    }
    return word.lowercased() == text
  }

  /// `a or b or c`.
  private mutating func alternatives() throws(FilterError) -> WorkFilter {
    var parts = [try sequence()]
    while isWord(peek, "or") {
      index += 1
      parts.append(try sequence())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  /// `a b and c`.
  private mutating func sequence() throws(FilterError) -> WorkFilter {
    var parts: [WorkFilter] = []
    while let token = peek, token.kind != .close, !isWord(token, "or") {
      if isWord(token, "and") {
        guard !parts.isEmpty, let next = index + 1 < tokens.count ? tokens[index + 1] : nil,
          next.kind != .close, !isWord(next, "or"), !isWord(next, "and")
        else { throw missing(at: token.offset, length: token.length, around: "and") }
        index += 1
        continue
      }
      parts.append(try term())
    }
    if parts.isEmpty {
      let place = peek?.offset ?? end
      let before = index > 0 ? tokens[index - 1] : peek
      if isWord(peek, "or") || isWord(before, "or") {
        let token = isWord(peek, "or") ? peek : before
        throw missing(
          at: token?.offset ?? place, length: token?.length ?? 1, around: "or")
      }
      if depth == 0, peek?.kind == .close {
        throw FilterError(offset: place, message: "This parenthesis closes nothing.")
      }
      throw FilterError(
        offset: max(0, place - (peek == nil ? 1 : 0)),
        message: "There is nothing between these parentheses.")
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private func missing(at offset: Int, length: Int, around word: String) -> FilterError {
    FilterError(
      offset: offset, length: length,
      message: "\"\(word)\" needs something on both sides; put it in quotes to look for the word.")
  }

  private mutating func term() throws(FilterError) -> WorkFilter {
    let token = tokens[index]
    index += 1
    if isWord(token, "not") {
      guard let next = peek, next.kind != .close, !isWord(next, "or"), !isWord(next, "and") else {
        throw FilterError(
          offset: token.offset, length: token.length, message: "\"not\" needs something after it.")
      }
      return .not(try term())
    }
    let filter = try meaning(of: token)
    return token.isNegated ? .not(filter) : filter
  }

  private mutating func meaning(of token: FilterToken) throws(FilterError) -> WorkFilter {
    switch token.kind {
    case .open:
      depth += 1
      defer { depth -= 1 }
      guard depth <= 32 else {
        throw FilterError(offset: token.offset, message: "Too many parentheses inside each other.")
      }
      let inner = try alternatives()
      guard peek?.kind == .close else {
        throw FilterError(
          offset: token.offset + (token.isNegated ? 1 : 0),
          message: "This parenthesis is not closed.")
      }
      index += 1
      return inner
    case .close:
      throw FilterError(offset: token.offset, message: "This parenthesis closes nothing.")
    case .word(let text, isQuoted: true):
      guard !text.isEmpty else {
        throw FilterError(
          offset: token.offset, length: token.length, message: "There is nothing in these quotes.")
      }
      return .word(text)
    case .word(let text, isQuoted: false): return try word(text, at: token)
    case .field(let name, let sign, let values):
      return try FilterFieldReader(
        name: name, sign: sign, values: values, offset: token.offset + (token.isNegated ? 1 : 0),
        today: today, user: user
      ).read()
    }
  }

  private func word(_ text: String, at token: FilterToken) throws(FilterError) -> WorkFilter {
    let offset = token.offset + (token.isNegated ? 1 : 0)
    switch text.first {
    case "@":
      switch text.dropFirst().lowercased() {
      case "me": return .mine
      case "none": return .unclaimed
      case "":
        throw FilterError(
          offset: offset, message: "Write @me, @none, or @ and the name of a biller.")
      default: return .field(.owner, .has, [.text(String(text.dropFirst()))])
      }
    case "#":
      throw FilterError(
        offset: offset, length: text.count,
        message: "There are no tags here. Try code:, reason: or payer:.")
    case ":", "<", ">", "=":
      throw FilterError(
        offset: offset, length: text.count,
        message: "A field's name must stand before this sign, as in age>30.")
    default: return .word(text)
    }
  }
}
