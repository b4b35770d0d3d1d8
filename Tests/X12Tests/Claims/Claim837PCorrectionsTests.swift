import Testing
import X12

@Suite("Corrections of claims")
struct Claim837PCorrectionsTests {
  private let claim = ClaimSamples.claim

  @Test("a replacement gets its frequency and the payer's number; an original loses the number")
  func frequency() {
    let replacement = claim.replacing(frequency: "7", payerControlNumber: "ICN1")
    #expect(replacement.frequency == "7")
    #expect(replacement.originalPayerControlNumber == "ICN1")
    #expect(replacement.priorAuthorization == "PA778")
    let again = replacement.replacing(frequency: "8", payerControlNumber: "ICN2")
    #expect(again.references.filter { $0.qualifier == "F8" }.map(\.value) == ["ICN2"])
    #expect(again.replacing(frequency: "1", payerControlNumber: "") == claim)
  }

  @Test("each correction changes what it names and nothing else")
  func oneThing() {
    var wanted = claim
    wanted.controlNumber = "A1002R"
    #expect(claim.replacing(controlNumber: "A1002R") == wanted)
    wanted = claim
    wanted.subscriber.party.name.id = "M1"
    #expect(claim.replacing(memberID: "M1") == wanted)
    wanted = claim
    wanted.placeOfService = "31"
    #expect(claim.replacing(placeOfService: "31") == wanted)
    wanted = claim
    wanted.diagnoses = Diagnosis837P.list(["J9611"])
    #expect(claim.replacing(diagnoses: ["J9611"]) == wanted)
    wanted = claim
    wanted.diagnoses[1].code = "J9611"
    #expect(claim.replacing(diagnosis: 2, with: "J9611") == wanted)
    wanted = claim
    wanted.references = [X12Reference("G1", "PA9")]
    #expect(claim.replacing(priorAuthorization: "PA9") == wanted)
    wanted = claim
    wanted.lines[1].references.append(X12Reference("G1", "PA9"))
    #expect(claim.replacing(priorAuthorization: "PA9", line: 2) == wanted)
    wanted = claim
    wanted.lines[1].procedure.code = "A7031"
    #expect(claim.replacing(procedure: "A7031", line: 2) == wanted)
    wanted = claim
    wanted.lines[0].procedure.modifiers = ["RR", "KX", "KI"]
    #expect(claim.replacing(modifiers: ["RR", "KX", "KI"], line: 1) == wanted)
    wanted = claim
    wanted.lines[1].units = "3"
    #expect(claim.replacing(units: "3", line: 2) == wanted)
    wanted = claim
    wanted.lines[1].diagnosisPointers = [2, 1]
    #expect(claim.replacing(diagnosisPointers: [2, 1], line: 2) == wanted)
  }

  @Test("the claim's charge follows a line's")
  func charge() {
    let changed = claim.replacing(chargeCents: 10_000, line: 2)
    #expect(changed.lines[1].chargeCents == 10_000)
    #expect(changed.chargeCents == 13_050)
  }

  @Test("a charge that does not fit leaves the claim's as it was")
  func hugeCharge() {
    let changed = claim.replacing(chargeCents: .max, line: 2)
    #expect(changed.lineChargeCents == nil)
    #expect(changed.chargeCents == claim.chargeCents)
  }

  @Test("a line's note is set, changed and taken away")
  func note() {
    let added = claim.replacing(note: "90 DAY SUPPLY", line: 2)
    #expect(added.lines[1].notes == [X12Note(text: "90 DAY SUPPLY")])
    #expect(added.replacing(note: "", line: 2) == claim)
    #expect(
      claim.replacing(note: "SECOND MONTH", line: 1).lines[0].notes.map(\.text) == ["SECOND MONTH"])
    #expect(claim.replacing(note: "", line: 2) == claim)
  }

  @Test("the ordering provider is put on one line or on all")
  func orderingProvider() {
    var other = ClaimSamples.ordering
    other.name = X12PartyName(
      entity: "82", kind: "1", last: "POE", first: "ANN", idQualifier: "XX", id: "1999999992")
    let one = claim.replacing(orderingProvider: other, line: 2)
    #expect(one.lines.map { $0.orderingProvider?.name.id } == ["1000000004", "1999999992"])
    #expect(one.lines.map(\.providers.count) == [1, 1])
    let all = claim.replacing(orderingProvider: other)
    #expect(all.lines.map { $0.orderingProvider?.name.last } == ["POE", "POE"])
    var without = claim
    without.lines[0].providers = []
    #expect(
      without.replacing(orderingProvider: other).lines[0].orderingProvider?.name.entity == "DK")
  }

  @Test(
    "a line or a diagnosis that is not there changes nothing", arguments: [0, 3, -1, .max, .min])
  func missingLine(number: Int) {
    #expect(claim.replacing(units: "9", line: number) == claim)
    #expect(claim.replacing(note: "X", line: number) == claim)
    #expect(claim.replacing(modifiers: [], line: number) == claim)
    #expect(claim.replacing(orderingProvider: X12Party(), line: number) == claim)
    #expect(claim.replacing(diagnosis: number, with: "Z00") == claim)
  }
}
