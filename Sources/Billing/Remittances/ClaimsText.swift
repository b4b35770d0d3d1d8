/// What CLP and PLB say, by which two readings of one payment are known.
package enum ClaimsText {
  /// A claim: number, status, charge and payment in cents, and the payer's number.
  package static func claim(
    _ number: String, _ status: String, charge: Int64, paid: Int64, payerNumber: String
  ) -> String {
    "CLP*\(number)*\(status)*\(charge)*\(paid)*\(payerNumber)~"
  }

  /// A provider adjustment: reason, reference and amount in cents.
  package static func adjustment(_ reason: String, _ reference: String, _ amount: Int64) -> String {
    "PLB*\(reason)*\(reference)*\(amount)~"
  }
}
