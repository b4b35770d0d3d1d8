import Testing
import X12

@Suite("Checks before sending")
struct ClaimEditTests {
  /// A change that makes a clean claim fail a check.
  struct Case: Sendable, CustomTestStringConvertible {
    var edit: ClaimEdit
    var element: String
    var line: Int?
    var change: @Sendable (inout Claim837P) -> Void
    var testDescription: String { "\(edit.rawValue) \(element)" }

    init(
      _ edit: ClaimEdit, _ element: String, line: Int? = nil,
      _ change: @escaping @Sendable (inout Claim837P) -> Void
    ) {
      self.edit = edit
      self.element = element
      self.line = line
      self.change = change
    }
  }

  static let cases: [Case] = [
    Case(.controlNumberHasOneToTwentyCharacters, "CLM01") { $0.controlNumber = "" },
    Case(.controlNumberHasOneToTwentyCharacters, "CLM01") {
      $0.controlNumber = "A23456789012345678901"
    },
    Case(.chargeIsSumOfLines, "CLM02") { $0.chargeCents += 1 },
    Case(.providerNumberHasRightCheckDigit, "NM109") { $0.billing.party.name.id = "1234567890" },
    Case(.providerNumberHasRightCheckDigit, "NM109") { $0.billing.party.name.id = "123456789" },
    Case(.providerNumberHasRightCheckDigit, "NM109", line: 2) {
      $0.lines[1].providers[0].name.id = "1000000005"
    },
    Case(.diagnosisHasFormOfIcd10, "HI01") { $0.diagnoses[0].code = "G47.33" },
    Case(.diagnosisHasFormOfIcd10, "HI02") { $0.diagnoses[1].code = "4019" },
    Case(.diagnosisHasFormOfIcd10, "HI02") { $0.diagnoses[1].code = "J4" },
    Case(.diagnosisHasFormOfIcd10, "HI02") { $0.diagnoses[1].code = "J44.90000" },
    Case(.diagnosisHasFormOfIcd10, "HI01") {
      $0.diagnoses = []
      $0.lines[0].diagnosisPointers = []
    },
    Case(.diagnosisHasFormOfIcd10, "HI") {
      $0.diagnoses = Diagnosis837P.list(Array(repeating: "J449", count: 13))
    },
    Case(.pointerNamesDiagnosisOfClaim, "SV107", line: 2) { $0.lines[1].diagnosisPointers = [3] },
    Case(.pointerNamesDiagnosisOfClaim, "SV107", line: 1) { $0.lines[0].diagnosisPointers = [0] },
    Case(.pointerNamesDiagnosisOfClaim, "SV107", line: 1) { $0.lines[0].diagnosisPointers = [] },
    Case(.pointerNamesDiagnosisOfClaim, "SV107", line: 1) {
      $0.lines[0].diagnosisPointers = [1, 2, 1, 2, 1]
    },
    Case(.frequencyIsOriginalReplacementOrVoid, "CLM05") { $0.frequency = "6" },
    Case(.frequencyIsOriginalReplacementOrVoid, "CLM05") { $0.frequency = "" },
    Case(.replacementNamesPayersClaim, "REF02") { $0.frequency = "7" },
    Case(.replacementNamesPayersClaim, "REF02") { $0.references.append(X12Reference("F8", "X1")) },
    Case(.stateIsKnown, "N402") { $0.subscriber.party.address?.state = "XX" },
    Case(.stateIsKnown, "N402") { $0.subscriber.party.address?.state = "" },
    Case(.stateIsKnown, "N402", line: 1) { $0.lines[0].providers[0].address?.state = "OREGON" },
    Case(.zipHasFiveOrNineDigits, "N403") { $0.subscriber.party.address?.zip = "9730" },
    Case(.zipHasFiveOrNineDigits, "N403") { $0.subscriber.party.address?.zip = "97302-0001" },
    Case(.zipHasFiveOrNineDigits, "N403") { $0.billing.party.address?.zip = "97301" },
    Case(.patientHasBirthDateAndSex, "DMG") { $0.subscriber.party.demographics = nil },
    Case(.patientHasBirthDateAndSex, "DMG02") {
      $0.subscriber.party.demographics?.birthDate = "19480230"
    },
    Case(.patientHasBirthDateAndSex, "DMG03") { $0.subscriber.party.demographics?.sex = "X" },
    Case(.textIsInPlainCapitals, "NM103") { $0.subscriber.party.name.last = "Doe" },
    Case(.textIsInPlainCapitals, "NTE02", line: 1) { $0.lines[0].notes[0].text = "FIRST\tMONTH" },
    Case(.textIsInPlainCapitals, "NM103") { $0.subscriber.party.name.last = "MUÑOZ" },
    Case(.lineHasAtMostFourModifiers, "SV101", line: 1) {
      $0.lines[0].procedure.modifiers = ["RR", "KX", "KH", "LT", "99"]
    },
    Case(.coverageModifiersStandAlone, "SV101", line: 2) {
      $0.lines[1].procedure.modifiers = ["NU", "KX", "GA"]
    },
    Case(.coverageModifiersStandAlone, "SV101", line: 2) {
      $0.lines[1].procedure.modifiers = ["NU", "GY", "GZ"]
    },
    Case(.noteHasAtMostEightyCharacters, "NTE02", line: 1) {
      $0.lines[0].notes[0].text = String(repeating: "A", count: 81)
    },
    Case(.noteHasAtMostEightyCharacters, "NTE02") {
      $0.notes = [X12Note(text: String(repeating: "A", count: 81))]
    },
    Case(.lineHasServiceDate, "DTP03", line: 1) { $0.lines[0].dates = [] },
    Case(.lineHasServiceDate, "DTP03", line: 2) {
      $0.lines[1].dates = [X12QualifiedDate("472", from: "20260319", through: "20251220")]
    },
    Case(.unitsAreMoreThanZero, "SV104", line: 1) { $0.lines[0].units = "0" },
    Case(.unitsAreMoreThanZero, "SV104", line: 1) { $0.lines[0].units = "-1" },
    Case(.unitsAreMoreThanZero, "SV104", line: 1) { $0.lines[0].units = "" },
    Case(.claimHasOneToFiftyLines, "LX01") {
      $0.lines = []
      $0.chargeCents = 0
    },
    Case(.claimHasOneToFiftyLines, "LX01") {
      $0.lines = Array(repeating: $0.lines[0], count: 51)
      $0.chargeCents = $0.lines[0].chargeCents * 51
    },
    Case(.payerHasNumber, "NM109") { $0.payer.name.id = "" },
    Case(.payerHasNumber, "NM103") { $0.payer.name.last = "" },
    Case(.payerHasNumber, "NM109") {
      $0.otherPayers = ClaimSamples.secondary.otherPayers
      $0.otherPayers[0].payer.name.id = ""
    },
    Case(.everyPartyHasAName, "NM103") { $0.subscriber.party.name.last = "" },
    Case(.subscriberHasMemberNumber, "NM109") { $0.subscriber.party.name.id = "" },
    Case(.medicareNumberHasItsForm, "NM109") { $0.subscriber.party.name.id = "1EG4-TE5-MK73" },
    Case(.medicareNumberHasItsForm, "NM109") { $0.subscriber.party.name.id = "123456789A" },
    Case(.medicareNumberHasItsForm, "NM109") { $0.subscriber.party.name.id = "1SG4TE5MK73" },
    Case(.medicareNumberHasItsForm, "NM109") { $0.subscriber.party.name.id = "AEG4TE5MK73" },
    Case(.patientHasAddress, "N301") { $0.subscriber.party.address = nil },
    Case(.patientHasAddress, "N301") { $0.subscriber.party.address?.street = [""] },
    Case(.patientHasAddress, "N401") { $0.subscriber.party.address?.city = "" },
    Case(.billingAddressIsStreet, "N301") {
      $0.billing.party.address?.street = ["P.O. BOX 12"]
    },
    Case(.billingAddressIsStreet, "N301") {
      $0.billing.party.address?.street = ["SUITE 4", "PO BOX 12"]
    },
    Case(.medicareLineNamesOrderingProvider, "NM109", line: 2) { $0.lines[1].providers = [] },
    Case(.medicareLineNamesOrderingProvider, "NM109", line: 1) {
      $0.lines[0].providers[0].name.idQualifier = ""
    },
    Case(.textFitsItsElement, "NM103") {
      $0.subscriber.party.name.last = String(repeating: "A", count: 61)
    },
    Case(.textFitsItsElement, "N301") {
      $0.subscriber.party.address?.street[0] = String(repeating: "A", count: 56)
    },
    Case(.textFitsItsElement, "REF02", line: 1) {
      $0.lines[0].references[0].value = String(repeating: "A", count: 51)
    },
  ]

  @Test("the sample claims are clean")
  func clean() {
    #expect(ClaimEdit.findings(in: ClaimSamples.claim).isEmpty)
    #expect(ClaimEdit.findings(in: ClaimSamples.secondary).isEmpty)
  }

  @Test("each fault is found by its check and by no other", arguments: cases)
  func fault(_ fault: Case) {
    var claim = ClaimSamples.claim
    fault.change(&claim)
    let findings = ClaimEdit.findings(in: claim)
    #expect(
      findings.contains {
        $0.edit == fault.edit && $0.element == fault.element && $0.line == fault.line
      }, "\(findings)")
    // A missing diagnosis also leaves pointers that point to nothing.
    let others = findings.filter {
      $0.edit != fault.edit && $0.edit != .pointerNamesDiagnosisOfClaim
    }
    #expect(others.isEmpty)
  }

  @Test("every check has a fault in this table")
  func everyCheck() {
    #expect(Set(Self.cases.map(\.edit)) == Set(ClaimEdit.allCases))
  }

  @Test(
    "what is right is let pass",
    arguments: [
      Case(.coverageModifiersStandAlone, "") { $0.lines[0].procedure.modifiers = ["RR", "GA"] },
      Case(.noteHasAtMostEightyCharacters, "") {
        $0.lines[0].notes[0].text = String(repeating: "A", count: 80)
      },
      Case(.zipHasFiveOrNineDigits, "") { $0.subscriber.party.address?.zip = "973020001" },
      Case(.stateIsKnown, "") {
        $0.subscriber.party.address = X12Address(
          street: ["1 QUAY"], city: "TORONTO", zip: "M5V", country: "CA")
      },
      Case(.stateIsKnown, "") { $0.subscriber.party.address?.state = "PR" },
      Case(.replacementNamesPayersClaim, "") {
        $0 = $0.replacing(frequency: "7", payerControlNumber: "ICN1")
      },
      Case(.unitsAreMoreThanZero, "") { $0.lines[0].units = ".5" },
      Case(.medicareNumberHasItsForm, "") {
        $0.subscriber.coverage.filingIndicator = "CI"
        $0.subscriber.party.name.id = "S-17"
      },
      Case(.medicareLineNamesOrderingProvider, "") {
        $0.subscriber.coverage.filingIndicator = "CI"
        $0.lines[1].providers = []
      },
      Case(.billingAddressIsStreet, "") {
        $0.billing.party.address?.street = ["12 BOXWOOD ROAD"]
      },
      Case(.textFitsItsElement, "") {
        $0.subscriber.party.name.last = String(repeating: "A", count: 60)
      },
      Case(.diagnosisHasFormOfIcd10, "") { $0.diagnoses[1].code = "Z9981" },
      Case(.diagnosisHasFormOfIcd10, "") { $0.diagnoses[1].code = "S72001A" },
      Case(.diagnosisHasFormOfIcd10, "") { $0.diagnoses[1].code = "C4A9" },
    ])
  func pass(_ right: Case) {
    var claim = ClaimSamples.claim
    right.change(&claim)
    #expect(ClaimEdit.findings(in: claim).isEmpty)
  }

  @Test("a warning is what the writer puts right; an error is what it cannot")
  func severities() throws {
    var claim = ClaimSamples.claim
    claim.diagnoses[0].code = "G47.33"
    claim.subscriber.party.name.last = "doe"
    #expect(ClaimEdit.findings(in: claim).allSatisfy { $0.severity == .warning })
    let bytes = Transmission837P(header: ClaimSamples.header, claims: [claim])
      .encode(envelope: ClaimSamples.envelope)
    let sent = try #require(try ClaimSamples.claims(bytes).first)
    #expect(ClaimEdit.findings(in: sent).isEmpty)
  }

  @Test("random claims never trap a check", arguments: 0..<10)
  func random(block: Int) {
    for step in 0..<20 {
      var random = ClaimRandom(seed: UInt64(700_000 + block * 100 + step))
      let claim = random.claim()
      let lines = claim.lines.count
      #expect(ClaimEdit.findings(in: claim).allSatisfy { $0.line ?? 1 <= max(lines, 1) })
    }
  }
}
