/// Checks of what stands at the claim.
extension ClaimEdit {
  func controlNumber(_ claim: Claim837P) -> [ClaimEditFinding] {
    let count = claim.controlNumber.utf8.count
    guard count < 1 || count > 20 else { return [] }
    return [
      finding(
        loop: "2300", element: "CLM01",
        count == 0
          ? "claim has no control number" : "control number has \(count) characters, at most 20 fit"
      )
    ]
  }

  func charge(_ claim: Claim837P) -> [ClaimEditFinding] {
    guard claim.lineChargeCents != claim.chargeCents else { return [] }
    let sum = claim.lineChargeCents.map { X12Amount.text(cents: $0) } ?? "too much"
    return [
      finding(
        loop: "2300", element: "CLM02",
        "charge is \(X12Amount.text(cents: claim.chargeCents)), the lines give \(sum)")
    ]
  }

  func diagnoses(_ claim: Claim837P) -> [ClaimEditFinding] {
    guard !claim.diagnoses.isEmpty else {
      return [finding(loop: "2300", element: "HI01", "claim has no diagnosis")]
    }
    var findings: [ClaimEditFinding] = []
    if claim.diagnoses.count > 12 {
      findings.append(
        finding(loop: "2300", element: "HI", "\(claim.diagnoses.count) diagnoses, at most 12 fit"))
    }
    for (index, diagnosis) in claim.diagnoses.enumerated() {
      let element = "HI" + (index < 9 ? "0" : "") + String(index + 1)
      let plain = diagnosis.code.filter { $0 != "." }
      if !Self.isICD10(plain) {
        findings.append(
          finding(
            loop: "2300", element: element,
            "\(diagnosis.code) does not have the form of an ICD-10 diagnosis"))
      } else if plain.count != diagnosis.code.count {
        findings.append(
          finding(
            .warning, loop: "2300", element: element,
            "\(diagnosis.code) has a dot; it is sent as \(plain)"))
      }
    }
    return findings
  }

  func frequency(_ claim: Claim837P) -> [ClaimEditFinding] {
    guard !["1", "7", "8"].contains(claim.frequency) else { return [] }
    return [
      finding(
        loop: "2300", element: "CLM05",
        "frequency is \(claim.frequency.isEmpty ? "missing" : claim.frequency), not 1, 7 or 8")
    ]
  }

  func replacement(_ claim: Claim837P) -> [ClaimEditFinding] {
    let isReplacement = ["7", "8"].contains(claim.frequency)
    let number = claim.originalPayerControlNumber
    if isReplacement, number.isEmpty {
      return [
        finding(
          loop: "2300", element: "REF02",
          "a replacement or void needs the payer's claim number (REF*F8)")
      ]
    }
    if !isReplacement, !number.isEmpty {
      return [
        finding(
          .warning, loop: "2300", element: "REF02",
          "an original claim carries the payer's number \(number) of an earlier one (REF*F8)")
      ]
    }
    return []
  }

  func demographics(_ claim: Claim837P) -> [ClaimEditFinding] {
    let loop = claim.patient == nil ? "2010BA" : "2010CA"
    guard let facts = claim.patientParty.demographics else {
      return [finding(loop: loop, element: "DMG", "birth date and sex of the patient are missing")]
    }
    var findings: [ClaimEditFinding] = []
    if !X12QualifiedDate("", on: facts.birthDate).isValid {
      findings.append(
        finding(loop: loop, element: "DMG02", "birth date \(facts.birthDate) is no date"))
    }
    if !["F", "M", "U"].contains(facts.sex) {
      findings.append(finding(loop: loop, element: "DMG03", "sex is not F, M or U"))
    }
    return findings
  }

  func capitals(_ claim: Claim837P) -> [ClaimEditFinding] {
    var findings: [ClaimEditFinding] = []
    var line: Int?
    for segment in Transmission837P.claimSegments([claim]) {
      if segment.id == "LX" { line = AmountText.count(segment.text(1)) }
      for (index, element) in segment.elements.enumerated() {
        let isPlain = element.utf8.allSatisfy { byte in
          byte < 0x7F && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            && (byte >= 0x20 || byte == 0x1F || byte == 0x1E)
        }
        guard !isPlain else { continue }
        let name = segment.id + (index < 9 ? "0" : "") + String(index + 1)
        findings.append(
          finding(
            .warning, loop: line == nil ? "2300" : "2400", element: name, line: line,
            "\(element) has small letters or characters that payers refuse; it is sent in capitals")
        )
      }
    }
    return findings
  }

  /// A letter, a digit, a letter or digit, and up to four more of them; the list is not consulted.
  static func isICD10(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    guard (3...7).contains(bytes.count) else { return false }
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    return isLetter(bytes[0]) && isDigit(bytes[1])
      && bytes[2...].allSatisfy { isDigit($0) || isLetter($0) }
  }
}
