package import Billing

/// Remittances that may be one and the same payment (domain reference 5.5, identity).
package enum LookAlike {
  /// A remittance in what tells it from others.
  package struct Identity: Equatable, Sendable {
    package var originator: String
    package var traceNumber: String
    /// In cents.
    package var payment: Cents
    package var paymentDate: Day
    /// Over CLP and PLB; empty where it was not kept.
    package var claimsHash: String

    package init(
      originator: String, traceNumber: String, payment: Cents, paymentDate: Day,
      claimsHash: String
    ) {
      self.originator = originator
      self.traceNumber = traceNumber
      self.payment = payment
      self.paymentDate = paymentDate
      self.claimsHash = claimsHash
    }
  }

  /// What one remittance is to another.
  package enum Verdict: Equatable, Sendable {
    /// All agrees: it was read before.
    case same
    /// One thing differs: a person says what it is; what is proposed, and what differs in words.
    case asks(LookAlikeAnswer, differs: String)
    /// Nothing but the number agrees: payers use numbers again.
    case other
  }

  /// Compares a remittance with one that was read before, both of one trace number.
  ///
  /// Where payer, number and day agree and amount or claims do not, it is taken for the payer's
  /// corrected file; where the claims agree otherwise, for the same check read once more.
  package static func verdict(_ new: Identity, against known: Identity) -> Verdict {
    guard key(new.originator) == key(known.originator) else { return .other }
    let sameAmount = new.payment == known.payment
    let sameDay = new.paymentDate == known.paymentDate
    let sameNumber =
      new.traceNumber == known.traceNumber && new.originator == known.originator
    // Of one read before claims were kept, the rest must do.
    let sameClaims =
      known.claimsHash.isEmpty ? sameAmount && sameDay : new.claimsHash == known.claimsHash
    if sameAmount, sameDay, sameNumber, sameClaims { return .same }
    guard sameAmount || sameDay || sameClaims else { return .other }
    let differing: [(Bool, String)] = [
      (sameNumber, "its number is written otherwise"),
      (sameAmount, "it pays \(new.payment) for \(known.payment)"),
      (sameDay, "it is of \(new.paymentDate) for \(known.paymentDate)"),
      (sameClaims, "its claims differ"),
    ]
    let differs = differing.filter { !$0.0 }.map(\.1).joined(separator: ", ")
    let answer: LookAlikeAnswer =
      if sameDay, sameNumber, !sameAmount || !sameClaims {
        .correction
      } else {
        sameClaims ? .same : .another
      }
    return .asks(answer, differs: differs)
  }

  /// An originator without the leading 1 that some payers leave out, and without blanks.
  private static func key(_ originator: String) -> String {
    let plain = originator.filter { $0 != " " }.uppercased()
    return plain.count == 10 && plain.first == "1" ? String(plain.dropFirst()) : plain
  }
}
