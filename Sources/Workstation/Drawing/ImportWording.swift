// What an import did, in words.

import Billing
import Cells
import Desk

extension Wording {
  /// `812 B`, `14 KB`, `3 MB`.
  static func bytes(_ count: Int64) -> SafeText {
    switch count {
    case ..<1000: "\(count) B"
    case ..<1_000_000: "\(count / 1000) KB"
    default: "\(count / 1_000_000) MB"
    }
  }
}

extension ImportReport {
  /// What the file did, in numbers.
  var summary: SafeText {
    var parts: [SafeText] = []
    func add(_ number: Int, _ noun: SafeText) {
      if number > 0 { parts.append(Wording.count(number, noun)) }
    }
    add(ordersAdded, "new order")
    if ordersUpdated > 0 { parts.append("\(MoneyText.count(ordersUpdated)) changed") }
    if ordersUnchanged > 0 { parts.append("\(MoneyText.count(ordersUnchanged)) as before") }
    add(eligibilityAnswers, "eligibility answer")
    add(claimsAdded, "claim")
    if acknowledged > 0 { parts.append("\(acknowledged) acknowledged") }
    if rejected > 0 { parts.append("\(rejected) rejected") }
    add(remittances, "remittance")
    if remittances > 0 {
      parts.append("\(Wording.money(paid)) paid, \(Wording.money(posted)) posted")
      if suspense != .zero { parts.append("\(Wording.money(suspense)) in suspense") }
    }
    if claimsPosted > 0 { parts.append("\(Wording.count(claimsPosted, "claim")) posted") }
    if claimsStaged > 0 { parts.append("\(claimsStaged) staged") }
    if denials > 0 { parts.append(Wording.count(denials, "denial")) }
    return parts.joined(separator: ", ")
  }
}

extension ImportReport.Outcome {
  var title: SafeText {
    switch self {
    case .applied: "applied"
    case .alreadyApplied: "read before, nothing done"
    case .partlyApplied: "applied in part"
    case .refused: "refused"
    }
  }

  var style: Style {
    switch self {
    case .applied: .good
    case .alreadyApplied: .muted
    case .partlyApplied: .warning
    case .refused: .danger
    }
  }
}

extension FilePlace {
  /// `segment 412, byte 18,233, CLP03`.
  var words: SafeText {
    var parts: [SafeText] = []
    // Columns of a CSV have small letters, elements of X12 capitals.
    let isColumn = byte == 0 && element.first?.isLowercase == true
    if segment > 0 {
      parts.append("\(isColumn ? "line" : "segment") \(MoneyText.count(segment))")
    }
    if byte > 0 { parts.append("byte \(MoneyText.count(byte))") }
    if !element.isEmpty { parts.append(SafeText(foreign: element)) }
    return parts.joined(separator: ", ")
  }
}
