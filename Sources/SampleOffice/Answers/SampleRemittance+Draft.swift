import Billing
import X12

extension SampleRemittance {
  /// The remittances of one payer as an 835 file made available on a day.
  ///
  /// The number is that of the interchange; a repeat of the same remittances has another one.
  static func file(_ remittances: [SampleRemittance], number: Int, on day: Day) -> [UInt8] {
    guard let payer = remittances.first?.payer else { return [] }
    var transmission = RemittanceTransmission(
      remittances.enumerated().map { index, remittance in
        remittance.draft(control: InventedNumbers.padded(index + 1, 4))
      })
    transmission.sender = payer.identifier
    transmission.receiver = payer.clearinghouse.submitter
    transmission.applicationSender = payer.identifier
    transmission.applicationReceiver = payer.clearinghouse.submitter
    transmission.date = day.ccyymmddNumber
    transmission.time = "0415"
    transmission.interchangeControl = InventedNumbers.padded(number, 9)
    transmission.groupControl = String(number)
    return transmission.encoded()
  }

  /// As values of the 835.
  private func draft(control: String) -> RemittanceDraft {
    var draft = RemittanceDraft()
    draft.control = control
    draft.payment = payment
    draft.method = payment == 0 ? "NON" : payer.method
    draft.format = draft.method == "ACH" ? "CCP" : ""
    if draft.method == "ACH" {
      draft.accounts = [
        "01", "999999992", "DA", "990000" + InventedNumbers.padded(payer.number, 3),
        payer.originator, "", "01", "999988880", "DA", "99000990",
      ]
    } else {
      draft.accounts = ["", "", "", "", payer.originator]
    }
    draft.date = paidOn.ccyymmddNumber
    draft.trace = trace
    draft.tracePayer = payer.originator
    draft.productionDate = producedOn.ccyymmddNumber
    draft.payer.name = payer.name
    draft.payer.idQualifier = "XV"
    draft.payer.id = payer.identifier
    draft.payer.street = ["PO BOX 990"]
    draft.payer.city = "SAMPLETON"
    draft.payer.state = payer.state
    draft.payer.zip = payer.zip
    draft.payer.contacts = [
      RemittanceDraft.Contact(
        function: "BL", name: "PROVIDER SERVICES", numbers: ["TE", "5555550199"])
    ]
    draft.payee.name = Supplier.billing[location % Supplier.billing.count].party.name.last
    draft.payee.idQualifier = "XX"
    draft.payee.id = Supplier.npi(location)
    draft.payee.references = [RemittanceDraft.Reference("TJ", Supplier.taxID)]
    draft.claims = claims.map(\.draft)
    draft.providerAdjustments = adjustments.map {
      RemittanceDraft.ProviderAdjustment(
        provider: Supplier.npi(location), periodEnd: Int32(producedOn.year) * 10_000 + 1_231,
        reason: $0.reason, reference: $0.reference, amount: $0.cents)
    }
    return draft
  }
}

extension AnsweredClaim {
  fileprivate var draft: RemittanceDraft.Claim {
    var claim = RemittanceDraft.Claim()
    claim.patientControl = controlNumber
    claim.status = status
    claim.charge = charge
    claim.paid = paid
    let share = patientResponsibility
    claim.patientResponsibility = share == 0 ? nil : share
    claim.filingIndicator = filingIndicator
    claim.payerControl = payerControlNumber
    claim.facilityCode = placeOfService
    claim.frequency = "1"
    claim.adjustments = adjustments.map(\.draft)
    claim.names = names
    claim.outpatientRemarks = remarks
    claim.dates = [RemittanceDraft.Date("050", receivedOn.ccyymmddNumber)]
    if lines.isEmpty {
      claim.dates =
        [
          RemittanceDraft.Date("232", serviceFrom.ccyymmddNumber),
          RemittanceDraft.Date("233", serviceThrough.ccyymmddNumber),
        ] + claim.dates
    }
    if interest > 0 { claim.amounts = [RemittanceDraft.Amount("I", interest)] }
    claim.lines = lines.map(\.draft)
    return claim
  }

  private var names: [RemittanceDraft.Name] {
    var named = RemittanceDraft.Name("QC")
    named.last = patient.lastName
    named.first = patient.firstName
    named.idQualifier = "MI"
    named.id = patient.memberID
    var names = [named]
    if !correctedMemberID.isEmpty {
      var corrected = RemittanceDraft.Name("74")
      corrected.idQualifier = "C"
      corrected.id = correctedMemberID
      names.append(corrected)
    }
    if let crossover {
      var carrier = RemittanceDraft.Name("TT")
      carrier.kind = "2"
      carrier.last = crossover.name
      carrier.idQualifier = "PI"
      carrier.id = crossover.identifier
      names.append(carrier)
    }
    return names
  }
}

extension AnsweredLine {
  fileprivate var draft: RemittanceDraft.Line {
    var line = RemittanceDraft.Line(
      RemittanceDraft.Procedure(code, modifiers: modifiers), charge: charge, paid: paid,
      units: Int64(paidUnits) * 1_000)
    if !billedCode.isEmpty {
      line.submittedProcedure = RemittanceDraft.Procedure(billedCode, modifiers: modifiers)
    }
    if billedUnits > 0 { line.submittedUnits = Int64(billedUnits) * 1_000 }
    line.dates =
      from == through
      ? [RemittanceDraft.Date("472", from.ccyymmddNumber)]
      : [
        RemittanceDraft.Date("150", from.ccyymmddNumber),
        RemittanceDraft.Date("151", through.ccyymmddNumber),
      ]
    line.adjustments = adjustments.map(\.draft)
    if !controlNumber.isEmpty { line.references = [RemittanceDraft.Reference("6R", controlNumber)] }
    if let allowed, allowed > 0 { line.amounts = [RemittanceDraft.Amount("B6", allowed)] }
    line.remarks = remarks.map { RemittanceDraft.Remark($0) }
    return line
  }
}

extension AnsweredAdjustment {
  fileprivate var draft: RemittanceDraft.Adjustment {
    RemittanceDraft.Adjustment(group.rawValue, reason, cents)
  }
}
