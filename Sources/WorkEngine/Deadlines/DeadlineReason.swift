import Billing

/// A time limit as a sentence that a biller can check: who, what, how long, from when.
enum DeadlineReason {
  /// `Medicare, 1 year from service 2025-11-24`.
  ///
  /// The payer's name is used where the row names a payer, else that of its family.
  static func text(_ rule: DeadlineRule, payer: Payer, clock: Day) -> String {
    var text = subject(rule, payer: payer)
    if let step = step(rule) { text += " " + step }
    text += ", "
    if rule.unit == .yearEnds {
      text += "end of " + (rule.count == 1 ? "the year" : "year \(rule.count)") + " after "
    } else {
      text += length(rule) + " from "
    }
    text += word(rule.clock) + " " + clock.description
    if rule.presumedReceiptDays > 0 {
      text += " (receipt presumed \(rule.presumedReceiptDays) days later)"
    }
    return text
  }

  private static func subject(_ rule: DeadlineRule, payer: Payer) -> String {
    if rule.payerKey != nil { return payer.name }
    guard let state = rule.state else { return rule.family.title }
    return rule.family.title + " " + state
  }

  private static func step(_ rule: DeadlineRule) -> String? {
    let isMedicare = rule.family.isMedicareFeeForService
    return switch rule.kind {
    case .initialClaim: nil
    case .correctedClaim: "corrected claim"
    case .secondaryClaim: "secondary claim"
    case .reopening: "reopening"
    case .dispute: "dispute"
    case .appealFirst: isMedicare ? "redetermination" : "appeal"
    case .appealSecond: isMedicare ? "reconsideration" : "second appeal"
    case .appealThird: isMedicare ? "hearing" : "third appeal"
    case .appealFourth: isMedicare ? "Appeals Council review" : "fourth appeal"
    case .appealFifth: isMedicare ? "district court" : "fifth appeal"
    case .dismissal: "appeal of a dismissal"
    case .documentRequest: "document request"
    case .refund: "refund"
    }
  }

  private static func length(_ rule: DeadlineRule) -> String {
    let unit =
      switch rule.unit {
      case .days: "day"
      case .businessDays: "business day"
      case .months: "month"
      case .years, .yearEnds: "year"
      }
    return "\(rule.count) \(unit)" + (rule.count == 1 ? "" : "s")
  }

  private static func word(_ clock: DeadlineClock) -> String {
    switch clock {
    case .serviceFrom: "service"
    case .serviceThrough: "last service"
    case .primaryRemittance: "primary remittance"
    case .remittance: "remittance"
    case .notice: "notice"
    case .identified: "identification"
    case .letter: "letter"
    }
  }
}
