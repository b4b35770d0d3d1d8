/// Checks of who is insured, who pays, and where they live.
extension ClaimEdit {
  func payerNumber(_ claim: Claim837P) -> [ClaimEditFinding] {
    let parties = [("2010BB", claim.payer)] + claim.otherPayers.map { ("2330B", $0.payer) }
    return parties.compactMap { loop, payer in
      guard payer.name.id.isEmpty || payer.name.last.isEmpty else { return nil }
      return finding(
        loop: loop, element: payer.name.id.isEmpty ? "NM109" : "NM103",
        payer.name.id.isEmpty ? "payer has no number" : "payer has no name")
    }
  }

  func memberNumber(_ claim: Claim837P) -> [ClaimEditFinding] {
    guard claim.memberID.isEmpty else { return [] }
    return [finding(loop: "2010BA", element: "NM109", "subscriber has no member number")]
  }

  /// Eleven characters: digit, letter, either, digit, letter, either, digit, letter, letter, digit,
  /// digit (CMS, form of the Medicare Beneficiary Identifier); no dashes, and none of S, L, O, I, B
  /// and Z but in the made-up range `1S00`.
  func medicareNumber(_ claim: Claim837P) -> [ClaimEditFinding] {
    guard claim.subscriber.coverage.filingIndicator == "MB", !claim.memberID.isEmpty else {
      return []
    }
    let bytes = Array(claim.memberID.utf8)
    let form = Array("9A*9A*9AA99".utf8)
    let fits =
      bytes.count == form.count
      && zip(bytes, form).allSatisfy { byte, kind in
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        switch kind {
        case UInt8(ascii: "9"): return isDigit
        case UInt8(ascii: "A"): return isLetter
        default: return isDigit || isLetter
        }
      }
      && bytes.enumerated().allSatisfy { place, byte in
        !Array("SLOIBZ".utf8).contains(byte) || place == 1 && claim.memberID.hasPrefix("1S00")
      }
    guard !fits else { return [] }
    return [
      finding(
        loop: "2010BA", element: "NM109",
        "\(claim.memberID) does not have the form of a Medicare number")
    ]
  }

  /// N3 and N4 of a patient (005010X222A1 loops 2010BA and 2010CA).
  func patientAddress(_ claim: Claim837P) -> [ClaimEditFinding] {
    let loop = claim.patient == nil ? "2010BA" : "2010CA"
    let address = claim.patientParty.address
    if address?.street.contains(where: { !$0.isEmpty }) != true {
      return [finding(loop: loop, element: "N301", "the patient's street is missing")]
    }
    guard address?.city.isEmpty == true else { return [] }
    return [finding(loop: loop, element: "N401", "the patient's city is missing")]
  }

  /// A billing provider's address must be a street (005010X222A1 loop 2010AA); boxes belong to the
  /// pay-to address.
  func billingStreet(_ claim: Claim837P) -> [ClaimEditFinding] {
    guard let street = claim.billing.party.address?.street else { return [] }
    let boxes = ["POBOX", "POSTOFFICEBOX", "LOCKBOX"]
    let box = street.first { line in
      let plain = PlainCapitals.number(line)
      return boxes.contains { plain.hasPrefix($0) }
    }
    guard let box else { return [] }
    return [
      finding(
        loop: "2010AA", element: "N301", "\(box) is a post office box, the billing address a street"
      )
    ]
  }
}
