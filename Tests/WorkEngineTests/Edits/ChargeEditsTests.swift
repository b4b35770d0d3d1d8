import Billing
import Testing
import WorkEngine

@testable import TestSupport

@Suite("All edits together")
struct ChargeEditsTests {
  typealias Made = MadeReview

  static let clean: [EditCase] = [
    EditCase("a walker"),
    EditCase("a month of rent", from: Made.rent(month: 1)),
    EditCase("a month of rent after the trial", from: Made.rent(month: 5)),
    EditCase("a month of oxygen", from: Made.rent("E1390", month: 2)),
    EditCase("a first supply", from: Made.sold("A7032", [], kind: .supply)),
  ]

  @Test("Nothing is found where everything is in order", arguments: clean)
  func nothing(example: EditCase) {
    let found = ChargeEdits.findings(in: example.review, rules: example.rules, on: example.today)
    #expect(found == [])
    let mended = ChargeEdits.mended(example.review, rules: example.rules, on: example.today)
    #expect(mended.charge == example.review.charge)
    #expect(mended.findings == [])
  }

  @Test("Every edit has a sentence of its own, and stands once in the list")
  func names() {
    let names = ChargeEdits.all.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(names.count == 30)
    #expect(names.allSatisfy { !$0.hasSuffix(".") && $0.first?.isUppercase == true })
  }

  @Test("The first twenty-five stand in the order of the reference")
  func order() {
    let sentences = ChargeEdits.all.prefix(25).map { String(describing: $0) }
    #expect(sentences.first == "TheCoverageIsActiveOnTheDayOfService")
    #expect(sentences[12] == "ThePrescriberMayOrder")
    #expect(sentences.last == "TheSupplierIsAccredited")
  }

  @Test("Findings come in the order of the edits, several on one line")
  func several() {
    var review = Made.rent(month: 4)
    review.coverage = nil
    review.documents = []
    review.charge.amount = .zero
    let found = ChargeEdits.findings(in: review, rules: Made.rules, on: Made.today)
    let reasons = found.compactMap(\.holdReason)
    #expect(
      reasons == [
        "coverage-missing", "swo-missing", "sleep-study-missing", "proof-of-delivery-missing",
        "price-zero", "pap-evaluation-missing",
      ])
  }

  @Test("Fixes are made until nothing is left to fix")
  func mended() {
    var review = Made.rent(month: 2, modifiers: ["kx"])
    review.charge.serialNumber = ""
    review.charge.diagnosisPointers = []
    let (charge, findings) = ChargeEdits.mended(review, rules: Made.rules, on: Made.today)
    #expect(charge.procedure.modifiers == ["RR", "KI", "KX"])
    #expect(charge.serialNumber == "SN-INVENTED-1")
    #expect(charge.diagnosisPointers == [1, 2])
    #expect(!findings.contains { $0.corrections.isEmpty })

    review.charge = charge
    #expect(ChargeEdits.findings(in: review, rules: Made.rules, on: Made.today) == [])
  }

  @Test("What was mended stands before what is left")
  func leftOver() {
    var review = Made.rent(month: 2, modifiers: ["RR", "KX"])
    review.charge.amount = .zero
    let (charge, findings) = ChargeEdits.mended(review, rules: Made.rules, on: Made.today)
    #expect(charge.procedure.modifiers == ["RR", "KI", "KX"])
    #expect(
      findings.map(\.outcome) == [
        .fix([.modifiers(["RR", "KI", "KX"])]), .hold(reason: "price-zero"),
      ])
  }

  @Test("Six modifiers become three, 99 and words, and rest there")
  func manyModifiers() {
    let review = Made.sold("E0143", ["GW", "NU", "KX", "RT", "CR", "A1"])
    let (charge, findings) = ChargeEdits.mended(review, rules: Made.rules, on: Made.today)
    #expect(charge.procedure.modifiers == ["NU", "KX", "GW", "99"])
    #expect(charge.narrative == "MODIFIERS RT CR A1")
    #expect(findings.count == 1)
    var again = review
    again.charge = charge
    #expect(ChargeEdits.mended(again, rules: Made.rules, on: Made.today).charge == charge)
  }

  /// Whatever a charge looks like, mending ends and a second mending changes nothing.
  @Test("Mending a mended charge changes nothing", arguments: 0..<300)
  func settled(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let modifiers = ["RR", "NU", "KH", "KI", "KJ", "kx", "GA", "RT", "LT", "N1", "99", "", "GW"]
    let codes = ["E0601", "E1390", "A7032", "E0143", "L1833", "K0739", "B9002"]
    var review = Made.rent(
      codes.randomElement(using: &random) ?? "E0601", month: Int.random(in: 1...15, using: &random),
      modifiers: (0..<Int.random(in: 0...7, using: &random)).map { _ in
        modifiers.randomElement(using: &random) ?? ""
      })
    if Bool.random(using: &random) { review.charge.serialNumber = "" }
    if Bool.random(using: &random) { review.coverage = Made.coverage(.commercial) }
    review.charge.diagnosisPointers = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      Int.random(in: -1...3, using: &random)
    }
    let first = ChargeEdits.mended(review, rules: Made.rules, on: Made.today)
    review.charge = first.charge
    let second = ChargeEdits.mended(review, rules: Made.rules, on: Made.today)
    #expect(second.charge == first.charge)
    #expect(second.findings.allSatisfy { $0.corrections.isEmpty })
  }
}
