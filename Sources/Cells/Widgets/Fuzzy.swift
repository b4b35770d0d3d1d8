/// Finds what was meant by a few letters.
package enum Fuzzy {
  /// How well a text fits.
  package struct Match: Hashable, Sendable {
    /// Higher fits better.
    package var score: Int
    /// The characters of the text that were found, as offsets.
    package var ranges: [Range<Int>]
  }

  /// Whether all letters of the pattern stand in the text in this order, and how well.
  ///
  /// Words of the pattern are looked for one by one, in any order. Letters at the beginnings of
  /// words and letters side by side count more; an empty pattern fits everything with score 0.
  package static func match(_ pattern: String, in text: String) -> Match? {
    let words = pattern.lowercased().split(separator: " ")
    guard !words.isEmpty else { return Match(score: 0, ranges: []) }
    if SafeText.isPrintableASCII(text) {
      let bytes = Array(text.utf8)
      let letters = bytes.map { isCapital($0) ? $0 | 0x20 : $0 }
      return match(
        words.map { Array($0.utf8) }, letters: letters,
        starts: bytes.indices.map { index in
          guard index > 0 else { return true }
          guard isWord(bytes[index]) else { return false }
          return !isWord(bytes[index - 1])
            || isCapital(bytes[index]) && !isCapital(bytes[index - 1])
        })
    }
    // One small letter for each character, so that places are those of the text.
    let letters = text.map { $0.lowercased().first ?? $0 }
    return match(words.map(Array.init), letters: letters, starts: wordStarts(letters))
  }

  /// The candidates that fit, best first; those that fit alike stay in their order.
  package static func ranked<Candidate>(
    _ pattern: String, _ candidates: [Candidate], text: (Candidate) -> String
  ) -> [(candidate: Candidate, match: Match)] {
    candidates.enumerated()
      .compactMap { place, candidate in
        match(pattern, in: text(candidate)).map { (place, candidate, $0) }
      }
      .sorted { ($1.2.score, $0.0) < ($0.2.score, $1.0) }
      .map { ($0.1, $0.2) }
  }

  private static func match<Letter: Equatable>(
    _ words: [[Letter]], letters: [Letter], starts: [Bool]
  ) -> Match? {
    var score = 0
    var places: [Int] = []
    for word in words {
      guard let best = best(word, letters: letters, starts: starts) else { return nil }
      score += best.score
      places += best.places
    }
    // Of two that fit alike the shorter is meant.
    return Match(score: score * 100 - min(99, letters.count), ranges: ranges(of: places))
  }

  /// The best places of the word's letters, by dynamic programming over word and text.
  private static func best<Letter: Equatable>(
    _ word: [Letter], letters: [Letter], starts: [Bool]
  ) -> (score: Int, places: [Int])? {
    let width = letters.count
    guard !word.isEmpty, word.count <= width, word.count <= 64, width <= 512,
      holds(word, letters)
    else { return nil }
    let none = Int.min / 2
    // Row i, place j: the best score with letter i of the word at place j of the text.
    var best = Array(repeating: none, count: word.count * width)
    var from = Array(repeating: -1, count: word.count * width)
    for (i, letter) in word.enumerated() {
      let (row, above) = (i * width, (i - 1) * width)
      var reach = none
      var reachPlace = -1
      for j in i..<width {
        let step = i > 0 && j > 0 ? best[above + j - 1] : none
        if step > reach { (reach, reachPlace) = (step, j - 1) }
        guard letters[j] == letter else { continue }
        let own = starts[j] ? (j == 0 ? 12 : 10) : 1
        if i == 0 {
          best[row + j] = own
        } else if step > none, step + 6 >= reach - 2 {
          (best[row + j], from[row + j]) = (step + own + 6, j - 1)
        } else if reach > none {
          (best[row + j], from[row + j]) = (reach + own - 2, reachPlace)
        }
      }
    }
    let last = best[((word.count - 1) * width)...]
    guard let score = last.max(), score > none, let index = last.firstIndex(of: score) else {
      return nil
    }
    var place = index - last.startIndex
    var places: [Int] = []
    for i in stride(from: word.count - 1, through: 0, by: -1) {
      places.append(place)
      place = from[i * width + place]
    }
    return (score, places)
  }

  /// Whether the letters stand in the text in this order at all.
  private static func holds<Letter: Equatable>(_ word: [Letter], _ letters: [Letter]) -> Bool {
    var next = 0
    for letter in letters where letter == word[next] {
      next += 1
      if next == word.count { return true }
    }
    return false
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  private static func wordStarts(_ text: [Character]) -> [Bool] {
    text.indices.map { index in
      guard index > 0 else { return true }
      let (before, here) = (text[index - 1], text[index])
      return (here.isLetter || here.isNumber) && !(before.isLetter || before.isNumber)
    }
  }

  private static func ranges(of places: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for place in places.sorted() {
      if let last = result.last, last.contains(place) { continue }
      if let last = result.last, last.upperBound == place {
        result[result.count - 1] = last.lowerBound..<(place + 1)
      } else {
        result.append(place..<(place + 1))
      }
    }
    return result
  }
}
