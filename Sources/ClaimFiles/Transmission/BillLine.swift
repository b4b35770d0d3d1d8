import Billing
import X12

/// One charge as a service line (005010X222A1 loop 2400).
struct BillLine {
  var charge: Charge
  var bill: Bill
  var rules: RuleBook

  func line(_ diagnoses: BillDiagnoses) -> ServiceLine837P {
    let modifiers = charge.procedure.modifiers.map(PlainCapitals.number).filter { !$0.isEmpty }
    let note = LineNote(charge.narrative, modifiers: modifiers)
    var line = ServiceLine837P(
      procedure: X12Procedure(
        code: PlainCapitals.number(charge.procedure.code), modifiers: note.modifiers,
        description: description),
      chargeCents: charge.amount.rawValue, units: String(charge.units),
      diagnosisPointers: diagnoses.pointers(of: charge),
      details: LoopDetails837P(
        dates: [serviceDate],
        references: [X12Reference("6R", BillLine.controlNumber(of: charge.id))],
        notes: note.text.isEmpty ? [] : [X12Note(text: note.text)]),
      providers: bill.order.prescriber.map { [$0.orderingProvider] } ?? [])
    line.references.setValue("G1", to: PlainCapitals.text(charge.authorizationNumber))
    return line
  }

  /// REF*6R: made from the charge, so that no other line of the office ever has it.
  static func controlNumber(of charge: ChargeID) -> String { "DKT\(charge.rawValue)" }

  private var serviceDate: X12QualifiedDate {
    X12QualifiedDate("472", charge.service)
  }

  /// SV101-7, which a code that does not say what was delivered needs.
  private var description: String {
    let item = rules.item(charge.procedure.code, on: charge.serviceFrom)
    guard let item, item.needsNarrative else { return "" }
    let own = bill.order.lines.first { $0.number == charge.orderLine }?.description ?? ""
    let text = PlainCapitals.text(own)
    return LineNote.cut(text.isEmpty ? PlainCapitals.text(item.title) : text)
  }
}
