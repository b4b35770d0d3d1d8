package import Billing

/// Edit 21 of domain reference 6.6: words where the line needs them (6.4), at most 80 characters.
///
/// A fix where the order's line has the words, or where they are only the days of supply; else it
/// holds, for what a repair or a miscellaneous item was nobody can guess. Words that are too long
/// hold as well: to cut them would lose what the payer wants to read. Lower case and the signs that
/// separate elements are fixed, which common validators let pass; letters outside of ASCII hold.
package enum TheNarrativeIsThere: ChargeEdit {
  package static let name = "The narrative is there"
  package static let cause = OrderProblemCause.other

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    let narrative = review.charge.narrative
    guard narrative.utf8.count <= longest else {
      return [
        .hold(
          self, "narrative-missing",
          "The narrative has \(narrative.count) characters, and \(longest) are the most.",
          "Shorten it with the usual abbreviations.")
      ]
    }
    guard narrative.isEmpty else {
      return needsWords(review) && saysNothingOfItsOwn(review)
        ? [missing(in: review)] : letterFindings(in: narrative)
    }
    let days = daysOfLongSupply(review)
    guard days != nil || needsWords(review) else { return [] }
    if let words = review.line?.narrative, !words.isEmpty, words.utf8.count <= longest {
      return [.fix(self, [.narrative(words)], "The order's line has the narrative.")]
    }
    if let days, !needsWords(review) {
      return [
        .fix(
          self, [.narrative("\(days) DAY SUPPLY")],
          "More than a month of supplies says so in words.")
      ]
    }
    return [missing(in: review)]
  }

  private static func missing(in review: ChargeReview) -> EditFinding {
    .hold(
      self, "narrative-missing",
      "\(review.charge.procedure.description) needs a narrative.",
      "Describe the item or the repair: make, model, price; what was replaced and why.",
      sendsBack: cause)
  }

  /// Whether its words are only those that every such line bears, since nobody wrote any.
  private static func saysNothingOfItsOwn(_ review: ChargeReview) -> Bool {
    guard let line = review.line, line.narrative.isEmpty, line.description.isEmpty else {
      return false
    }
    var bare = review.charge
    bare.narrative = OverflowingModifiers.words(of: bare)
    return bare.narrated(line: line, item: review.item, rental: review.rental).narrative
      == review.charge.narrative
  }

  private static func letterFindings(in narrative: String) -> [EditFinding] {
    if narrative.utf8.allSatisfy(isPlain) { return [] }
    guard narrative.utf8.allSatisfy({ $0 < 128 }) else {
      return [
        .hold(
          self, "narrative-missing",
          "The narrative has letters that a claim does not carry: \(narrative)",
          "Write it with plain capital letters.")
      ]
    }
    let plain = narrative.uppercased().utf8.map { isPlain($0) ? $0 : UInt8(ascii: " ") }
    return [
      .fix(
        self, [.narrative(String(decoding: plain, as: UTF8.self))],
        "A narrative goes out in capitals and without separators.")
    ]
  }

  /// A letter of the basic or extended character set of X12, no lower case, and none of the signs
  /// that separate elements, components, repetitions and segments.
  private static func isPlain(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "^"), UInt8(ascii: "~"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      false
    default: (32...126).contains(letter)
    }
  }

  private static func needsWords(_ review: ChargeReview) -> Bool {
    (review.item?.needsNarrative ?? false) || review.has("RA") || review.has("RB")
  }

  /// Days of a supply of more than a month for a payer that wants to be told.
  private static func daysOfLongSupply(_ review: ChargeReview) -> Int? {
    guard review.followsMedicare, let line = review.line, line.kind == .supply,
      let days = line.daysSupplied, days > longestMonth
    else { return nil }
    return days
  }

  /// NTE02 of a line (005010X222A1 loop 2400) as Medicare reads it.
  private static let longest = 80
  private static let longestMonth = 31
}
