package import Billing

/// Edit 5 of domain reference 6.6: the authorization covers code, date and units.
///
/// Holds with the reason that tells what is wrong with the nearest authorization, since each is
/// another telephone call: missing, for another code, expired, or used up (CARC 197, 198, 15). A
/// number that the line lacks and exactly one authorization gives is put there. Units are counted
/// over the charges that bear its number, billed ones and earlier ones first.
package enum TheAuthorizationCoversTheLine: ChargeEdit {
  package static let name = "The authorization covers the line"
  package static let cause = OrderProblemCause.authorization

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let family = review.family, let item = review.item else { return [] }
    let isNeeded = item.authorizationFamilies.contains(family)
    let number = review.charge.authorizationNumber
    if !isNeeded && number.isEmpty { return [] }

    var nearest = Distance.missing
    var covering: Int?
    var isOnlyOne = true
    for index in review.documents.indices {
      guard review.documents[index].content.kind == .authorization else { continue }
      if !number.isEmpty && review.documents[index].content.number != number { continue }
      let distance = distance(of: review.documents[index], in: review)
      nearest = max(nearest, distance)
      guard distance == .covers else { continue }
      isOnlyOne = covering == nil
      covering = index
    }

    guard let covering else {
      // Where the payer wants none, a number with no paper behind it does no harm.
      if !isNeeded && nearest == .missing { return [] }
      return [finding(nearest, in: review)]
    }
    let granted = review.documents[covering].content.number
    guard number.isEmpty else { return [] }
    guard !granted.isEmpty else {
      return [
        .hold(
          self, "authorization-missing", "The authorization on file bears no number.",
          "Ask the payer for its number and enter it.")
      ]
    }
    guard isOnlyOne else {
      return [
        .hold(
          self, "authorization-mismatch", "More than one authorization covers this line.",
          "Choose one and enter its number on the line.")
      ]
    }
    return [
      .fix(
        self, [.authorizationNumber(granted)],
        "Authorization \(granted) covers the line and was not on it.")
    ]
  }

  /// How near an authorization comes to covering the line.
  private enum Distance: Int, Comparable {
    case missing, mismatch, expired, units, covers
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private static func distance(of document: Document, in review: ChargeReview) -> Distance {
    guard document.covers(code: review.charge.procedure.code) else { return .mismatch }
    guard document.content.valid.contains(review.day) else { return .expired }
    guard let granted = document.content.unitsGranted else { return .covers }
    let (needed, tooMany) = unitsUsed(of: document, in: review)
      .addingReportingOverflow(review.charge.units)
    return !tooMany && needed <= granted ? .covers : .units
  }

  /// Units that other charges have drawn on it before this one.
  private static func unitsUsed(of document: Document, in review: ChargeReview) -> Int {
    let number = document.content.number
    guard !number.isEmpty else { return document.unitsUsed }
    var used = 0
    for index in review.history.indices
    where review.history[index].authorizationNumber == number {
      guard document.covers(code: review.history[index].procedure.code),
        review.isPreceded(by: review.history[index])
      else { continue }
      let (sum, isTooMuch) = used.addingReportingOverflow(review.history[index].units)
      used = isTooMuch ? .max : sum
    }
    return used
  }

  private static func finding(_ distance: Distance, in review: ChargeReview) -> EditFinding {
    let code = review.charge.procedure.code
    let number = review.charge.authorizationNumber
    let which = number.isEmpty ? "No authorization" : "Authorization \(number)"
    return switch distance {
    case .missing, .covers:
      .hold(
        self, "authorization-missing",
        number.isEmpty
          ? "The payer wants an authorization for \(code), and none is on file."
          : "Authorization \(number) is on the line, and no such paper is on file.",
        "Get the authorization, and attach it with number, codes, dates and units.")
    case .mismatch:
      .hold(
        self, "authorization-mismatch",
        number.isEmpty
          ? "None of the authorizations on file speaks of \(code)."
          : "Authorization \(number) does not speak of \(code).",
        "Have the payer add the code, or correct the number.")
    case .expired:
      .hold(
        self, "authorization-expired",
        number.isEmpty
          ? "None of the authorizations for \(code) is valid on \(review.day)."
          : "Authorization \(number) is not valid on \(review.day).",
        "Ask for an extension that covers the day of service.")
    case .units:
      .hold(
        self, "authorization-units",
        "\(which) has \(review.charge.units) units left for \(code) on \(review.day).",
        "Ask for more units.")
    }
  }
}
