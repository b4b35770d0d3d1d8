/// A sending as far as it tells which bill it is of.
package struct BillSending: Equatable, Sendable {
  /// One service line: what stays the same through all sendings of a bill.
  package struct Line: Hashable, Sendable {
    /// Line item control number (REF*6R), empty where none was sent.
    package var controlNumber: String
    /// First day of service.
    package var day: Day
    package var procedure: ProcedureCode

    package init(controlNumber: String, day: Day, procedure: ProcedureCode) {
      self.controlNumber = controlNumber
      self.day = day
      self.procedure = procedure
    }
  }

  /// Who sent the file: a number of lines is unique with its sender at most.
  package var sender: String
  /// CLM01.
  package var controlNumber: String
  package var memberID: String
  package var lastName: String
  package var level: PayerSequence
  package var charge: Cents
  package var lines: [Line]
  /// REF*F8: the payer's number of the claim that this one replaces or voids; else empty.
  package var replaces: String
  /// The payer's number for this one (277CA REF*1K, CLP07); empty until the payer gave one.
  package var payerControlNumber: String

  package init(
    sender: String, controlNumber: String, memberID: String, lastName: String,
    level: PayerSequence, charge: Cents, lines: [Line], replaces: String = "",
    payerControlNumber: String = ""
  ) {
    self.sender = sender
    self.controlNumber = controlNumber
    self.memberID = memberID
    self.lastName = lastName
    self.level = level
    self.charge = charge
    self.lines = lines
    self.replaces = replaces
    self.payerControlNumber = payerControlNumber
  }
}
