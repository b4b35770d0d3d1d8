import Testing
import X12

@Suite("TA1")
struct InterchangeAcknowledgmentTests {
  @Test("what was written is read back the same", arguments: ["A", "E", "R"])
  func roundTrip(code: String) throws {
    var sent = [
      InterchangeAcknowledgment(
        interchangeControl: "000000905", date: "260105", time: "0930", code: code, note: "000"),
      InterchangeAcknowledgment(
        interchangeControl: "000000906", date: "260105", time: "0931", code: code, note: "025"),
    ]
    let file = try X12File(ClaimSamples.envelope.encode(sent))
    // What its interchange says of it stands in no TA1.
    for index in sent.indices {
      #expect(file.acknowledgments[index].answeredOn > 20_000_000)
      #expect(file.acknowledgments[index].usage == ClaimSamples.envelope.usage)
      sent[index].answeredOn = file.acknowledgments[index].answeredOn
      sent[index].answeredAt = file.acknowledgments[index].answeredAt
      sent[index].usage = file.acknowledgments[index].usage
    }
    #expect(file.acknowledgments == sent)
    #expect(file.sets.isEmpty)
    #expect(file.problems.isEmpty)
  }

  @Test("missing elements are empty")
  func short() {
    let acknowledgment = InterchangeAcknowledgment(elements: ["000000905"])
    #expect(acknowledgment.elements == ["000000905", "", "", "", ""])
    #expect(acknowledgment.outcome == .unknown)
    #expect(InterchangeAcknowledgment(elements: []).interchangeControl.isEmpty)
  }

  @Test(
    "the outcome follows the code",
    arguments: [
      ("A", InterchangeAcknowledgment.Outcome.accepted), ("E", .acceptedWithErrors),
      ("R", .rejected), ("Q", .unknown), ("", .unknown),
    ])
  func outcome(code: String, outcome: InterchangeAcknowledgment.Outcome) {
    let acknowledgment = InterchangeAcknowledgment(
      interchangeControl: "", date: "", time: "", code: code, note: "")
    #expect(acknowledgment.outcome == outcome)
    #expect((InterchangeAcknowledgment.meaning(ofCode: code) == nil) == (outcome == .unknown))
  }

  @Test("all notes from 000 to 031 have words of their own, and no other")
  func notes() {
    let notes = (0...31).map { ($0 < 10 ? "00" : "0") + String($0) }
    let meanings = notes.compactMap(InterchangeAcknowledgment.meaning(ofNote:))
    #expect(meanings.count == 32)
    #expect(Set(meanings).count == 32)
    #expect(InterchangeAcknowledgment.meaning(ofNote: "032") == nil)
    #expect(InterchangeAcknowledgment.meaning(ofNote: "") == nil)
  }
}
