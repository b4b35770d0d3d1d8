import Billing
import ClaimFiles
import Testing
import X12

@Suite("Answers about coverage as a 271 file")
struct EligibilityResponsesTests {
  typealias Samples = EligibilitySamples

  private func written(_ answers: [EligibilityAnswer]) -> [UInt8] {
    EligibilityFile.responses(
      answers, supplier: Samples.supplier, reference: "E905", envelope: Samples.envelope,
      on: Samples.answered)
  }

  @Test("what was written is read back the same", arguments: 0..<200)
  func roundTrip(seed: Int) throws {
    var random = SmallRandom(state: UInt64(seed) &* 7_919 &+ 1)
    let answers = (0...random.below(6)).map { _ in random.answer() }
    let read = try Samples.read(written(answers))
    #expect(read.problems.isEmpty, "\(read.problems)")
    #expect(read.reference == "E905")
    #expect(read.refusals.isEmpty)
    // Those of one payer come together, payers in the order in which they first come.
    var payers: [NamedPayer] = []
    for answer in answers where !payers.contains(answer.payer) { payers.append(answer.payer) }
    #expect(read.answers == payers.flatMap { payer in answers.filter { $0.payer == payer } })
  }

  @Test("no answers are no file")
  func none() {
    #expect(written([]).isEmpty)
  }

  @Test("a cut-off file is read without a trap")
  func truncated() throws {
    var random = SmallRandom(state: 3)
    let bytes = written((0..<5).map { _ in random.answer() })
    for length in stride(from: 110, to: bytes.count, by: 7) {
      let file = try X12File(Array(bytes.prefix(length)))
      for set in file.sets where set.code == "271" {
        let read = try EligibilityFile.answers(in: file, set: set, fallback: Samples.answered)
        #expect(read.answers.count <= 5)
      }
    }
  }
}

/// Random answers from a seed (SplitMix64).
private struct SmallRandom {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func answer() -> EligibilityAnswer {
    typealias Samples = EligibilitySamples
    let serviceOn = chance(70) ? Samples.asked : nil
    let day = serviceOn ?? Samples.answered
    let standing: EligibilityAnswer.Standing = [.active, .inactive, .unknown][below(3)]
    let isKnown = standing != .unknown
    let trace = "T\(below(100_000))"
    var patient = chance(50) ? Samples.jane : Samples.richard
    patient.memberID = chance(90) ? "M\(below(1_000))" : ""
    return EligibilityAnswer(
      trace: trace, patient: patient,
      payer: chance(50) ? Samples.medicare : Samples.plan, serviceOn: serviceOn,
      answeredOn: Samples.answered, standing: standing,
      covered: Validity(
        from: isKnown && chance(60) ? day.adding(days: -below(900)) : nil,
        through: isKnown && chance(40) ? day.adding(days: below(900)) : nil),
      planName: chance(50) ? "PLAN \(below(9))" : "",
      otherPayers: (0..<below(3)).map { number in
        NamedPayer(
          name: "OTHER PAYER \(number)", identifier: chance(70) ? "P\(below(99))" : "",
          filingIndicator: ["", "16", "MB", "CI", "WC"][below(5)],
          memberID: chance(50) ? "X\(below(99))" : "", state: chance(50) ? "OR" : "")
      },
      messages: (0..<below(3)).map { "WORD \($0)" })
  }
}
