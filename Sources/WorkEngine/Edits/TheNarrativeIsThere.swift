package import Billing

/// Edit 21 of domain reference 6.6: words where the line needs them (6.4), at most 80 characters.
///
/// A fix where the order's line has the words, or where they are only the days of supply; else it
/// holds, for what a repair or a miscellaneous item was nobody can guess. Words that are too long
/// hold as well: to cut them would lose what the payer wants to read.
package enum TheNarrativeIsThere: ChargeEdit {
  package static let name = "The narrative is there"

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
    guard narrative.isEmpty else { return [] }
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
    return [
      .hold(
        self, "narrative-missing",
        "\(review.charge.procedure.description) needs a narrative.",
        "Describe the item or the repair: make, model, price; what was replaced and why.")
    ]
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
