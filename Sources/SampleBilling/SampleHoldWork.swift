import Billing
import Desk
import Operations

/// What the made-up biller does about an open hold when the paper or the answer is there.
enum SampleHoldWork {
  /// The next step; nil where there is nothing to do but wait.
  static func decision(_ hold: Hold, _ detail: ChargeDetail, _ office: Office) -> Decision? {
    if !hold.isAutomatic {
      return Decision(.releaseHold(ManualRelease(hold.id, evidence: "Looked at and clear")))
    }
    switch hold.reason {
    case "serial-missing":
      return Decision(.correctCharge([.serialNumber("MKF-\(detail.charge.id.rawValue)")]))
    case "narrative-missing":
      return Decision(.correctCharge([.narrative("PATIENT OWNED EQUIPMENT, SEE ORDER")]))
    case "base-equipment-unknown":
      guard
        let base = office.rules.item(detail.charge.procedure.code, on: detail.charge.serviceFrom)?
          .baseCodes.first
      else { return nil }
      return Decision(.correctCharge([.narrative("FOR PATIENT OWNED \(base)")]))
    case "stay-overlap", "duplicate", "rental-past-cap":
      return Decision(
        .withdrawCharge(reason: hold.reason == "duplicate" ? "DUP" : "RENTAL"),
        note: "Not to be billed: \(hold.reason)")
    case "price-zero": return nil
    default: break
    }
    guard let kind = office.rules.holdReasons[hold.reason]?.document,
      let document = document(kind, detail, office)
    else { return nil }
    return Decision(.attachDocument(document))
  }

  /// The paper that a charge waits for, as it comes in the end.
  private static func document(
    _ kind: DocumentKind, _ detail: ChargeDetail, _ office: Office
  ) -> DocumentDraft? {
    let charge = detail.charge
    let served = detail.rental?.startedOn ?? charge.serviceFrom
    let signer = detail.order.prescriber?.lastName ?? "SAMPLE"
    let reference = "paper-\(kind.rawValue)-\(charge.id.rawValue)"
    switch kind {
    case .authorization:
      // One in twelve is never granted.
      guard charge.order.rawValue % 12 != 0 else { return nil }
      return DocumentDraft(
        kind: kind, dated: served.adding(days: -4),
        valid: Validity(
          from: served.adding(days: -4), through: charge.serviceFrom.adding(days: 180)),
        codes: [charge.procedure.code],
        number: charge.authorizationNumber.isEmpty
          ? "SPA9\(charge.order.rawValue)" : charge.authorizationNumber, unitsGranted: nil,
        fileReference: reference)
    case .standardWrittenOrder, .writtenOrderPriorToDelivery, .certificateOfMedicalNecessity:
      return DocumentDraft(
        kind: kind, dated: served.adding(days: -3), signedOn: served.adding(days: -2),
        signer: signer, fileReference: reference)
    case .usageReport:
      guard let rental = detail.rental, rental.startedOn.adding(days: 60) < office.today else {
        return nil
      }
      return DocumentDraft(
        kind: kind, dated: rental.startedOn.adding(days: 60), value: 84, fileReference: reference)
    case .proofOfDelivery, .deliveryTicket:
      return DocumentDraft(
        kind: kind, dated: charge.serviceFrom, signer: detail.order.patient.lastName,
        fileReference: reference)
    case .continuedUse, .refillRequest:
      return DocumentDraft(
        kind: kind, dated: min(office.today, charge.serviceFrom.adding(days: -2)),
        signer: detail.order.patient.lastName, codes: [charge.procedure.code],
        answers: [SupplyAnswer(code: charge.procedure.code, units: charge.units)],
        fileReference: reference)
    default:
      return DocumentDraft(
        kind: kind, dated: served.adding(days: -8), signedOn: served.adding(days: -8),
        signer: signer, value: kind == .bloodGasStudy ? 86 : nil, fileReference: reference)
    }
  }
}
