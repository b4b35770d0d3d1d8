import Billing

/// What an order says, as one hash: the same order given again changes nothing.
enum OrderFingerprint {
  static func of(_ draft: OrderDraft) -> String {
    FileDigest.hash(Array(text(draft).utf8))
  }

  // Documents are left out: they are indexed one by one, and may come later.
  private static func text(_ draft: OrderDraft) -> String {
    var parts = [draft.number, draft.accountNumber, person(draft.patient)]
    parts += address(draft.address) + [draft.phone]
    for coverage in draft.coverages {
      let payer = coverage.payer
      parts += [
        payer.name, payer.identifier, payer.filingIndicator, payer.sequence.rawValue,
        payer.memberID, payer.state, coverage.groupNumber, coverage.secondaryPayerType,
        coverage.relationship, coverage.subscriber.map(person) ?? "",
        day(coverage.effective.from), day(coverage.effective.through),
      ]
    }
    if let prescriber = draft.prescriber {
      parts += [
        prescriber.npi, prescriber.lastName, prescriber.firstName, prescriber.phone,
        prescriber.fax, prescriber.isEnrolled.map { $0 ? "1" : "0" } ?? "",
      ]
    }
    parts += draft.diagnoses
    parts += [
      day(draft.orderedOn), draft.delivery.method.rawValue, day(draft.delivery.deliveredOn),
      day(draft.delivery.shippedOn), draft.delivery.tracking, draft.placeOfService,
    ]
    for line in draft.lines { parts += self.line(line) }
    for stay in draft.stays { parts += [stay.kind.rawValue, day(stay.from), day(stay.through)] }
    // A unit separator, so that no two different orders read the same.
    return parts.joined(separator: "\u{1F}")
  }

  private static func line(_ line: OrderLine) -> [String] {
    [
      String(line.number), line.kind.rawValue, line.procedure.description, line.description,
      String(line.prescribedUnits), String(line.deliveredUnits), line.serialNumber,
      line.daysSupplied.map { String($0) } ?? "", String(line.unitCharge.rawValue),
      String(line.firstRentalMonth), line.authorizationNumber, line.narrative,
      line.diagnosisPointers.map { String($0) }.joined(separator: ","),
    ]
  }

  private static func person(_ person: Identity) -> String {
    [person.lastName, person.firstName, day(person.birthDate), person.sex]
      .joined(separator: "\u{1E}")
  }

  private static func address(_ address: PostalAddress) -> [String] {
    [address.street, address.street2, address.city, address.state, address.zip]
  }

  private static func day(_ day: Day?) -> String { day?.description ?? "" }
}
