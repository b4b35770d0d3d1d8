import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Asking payers about coverage")
struct OrdersEligibilityTests {
  /// Five days before month 2 begins: its coverage is to be verified.
  private func due(_ orders: [SampleOrder] = [.device()]) throws -> TestOffice {
    let test = try TestOffice(today: "2026-01-20")
    try test.confirm(orders)
    let later = try test.on("2026-02-07")
    try later.office.rollDay()
    return later
  }

  /// Asks for everybody; the one file.
  private func ask(_ test: TestOffice, inquiries: Int = 1) throws -> String {
    let asked = try test.office.askEligibility()
    #expect(asked.inquiries == inquiries)
    return try #require(asked.file)
  }

  /// A 271 that answers the question of a 270 file.
  private func answer(
    to question: [UInt8], benefits: [String], trace: String? = nil, interchange: Int = 9
  ) throws -> [UInt8] {
    let segments = String(decoding: question, as: UTF8.self).split(separator: "~")
      .map { $0.filter { !$0.isNewline } }
    let asked = try #require(segments.first { $0.hasPrefix("TRN*1*") })
    let parts = asked.split(separator: "*").map(String.init)
    let body =
      [
        "BHT*0022*11*R1*20260208*1200", "HL*1**20*1",
        "NM1*PR*2*SAMPLE MEDICARE DME*****PI*19003", "HL*2*1*21*1",
        "NM1*1P*2*HARBOR HOME MEDICAL*****XX*1234567893", "HL*3*2*22*0",
        "TRN*2*\(trace ?? parts[2])*\(parts[3])", "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73",
        "DMG*D8*19480214*F", "DTP*291*D8*20260212",
      ] + benefits
    return SampleFiles.file(
      code: "HB", version: "005010X279A1", date: "20260208", interchange: interchange, group: 7,
      sender: "CEX0001", sets: [("0001", body.map { $0 + "~" }.joined(separator: "\n"))])
  }

  @Test("one question is asked a day, and the file says whom about what")
  func asked() throws {
    let test = try due()
    let file = try ask(test)
    #expect(Scratch.names(in: test.office.outbox) == [file])
    let text = String(decoding: try test.sent(file), as: UTF8.self)
    for piece in ["270", "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73", "DMG*D8*19480214*F"] {
      #expect(text.contains(piece), "\(piece)")
    }
    #expect(try test.texts("SELECT file_name FROM eligibility") == [file])
    let again = try test.office.askEligibility()
    #expect(again.file == nil && again.inquiries == 0)
    try test.isSound()
  }

  @Test("each clearinghouse gets the questions to its own payers")
  func clearinghouses() throws {
    let test = try due([
      .device("SO-1"),
      .device(
        "SO-2",
        SampleOrder.patient(2).merging([
          "primary_payer": SamplePayer.commercial.name,
          "primary_payer_id": SamplePayer.commercial.identifier, "primary_filing_indicator": "CI",
        ]) { $1 }),
    ])
    let files = try ask(test, inquiries: 2)
    let names = Scratch.names(in: test.office.outbox)
    #expect(names.count == 2)
    #expect(names.allSatisfy { files.contains($0) })
    for name in names {
      let text = String(decoding: try test.sent(name), as: UTF8.self)
      #expect(text.contains("CEX0001") == text.contains(SamplePayer.medicare.name))
      #expect(text.contains("CLR0001") == text.contains(SamplePayer.commercial.name))
    }
    try test.isSound()
  }

  @Test("no coverage holds the charge, an answer that there is one releases it")
  func answers() throws {
    let test = try due()
    let question = try test.sent(try ask(test))
    let inactive = try test.take(try answer(to: question, benefits: ["EB*6**30"]), "no.271")
    #expect(inactive.eligibilityAnswers == 1)
    #expect(try test.charges(of: "SO-1").first?.hasSuffix("held eligibility-inactive") == true)
    try test.isSound()

    // The hold asks again by itself on another day.
    let next = try test.on("2026-02-08")
    try next.office.rollDay()
    let again = try next.sent(try ask(next))
    let active = try next.take(
      try answer(
        to: again,
        benefits: ["EB*1**30*MB", "DTP*346*D8*20200101"], interchange: 10), "yes.271")
    #expect(active.eligibilityAnswers == 1)
    #expect(try next.charges(of: "SO-1").first?.hasSuffix(" ready") == true)
    guard let charge = try next.item("SO-1", kind: "charge").charge else {
      Issue.record("no charge")
      return
    }
    #expect(charge.holds.first?.hold.release?.evidence.contains("coverage active") == true)
    #expect(charge.eligibility?.standing == .active)
    // Month 3 is what the answer does not speak for.
    #expect(try next.item("eligibility-check", kind: "special").row.serviceOn == Day("2026-03-12"))
    try next.isSound()
  }

  @Test("an answer to no question of this office is told and changes nothing")
  func unknown() throws {
    let test = try due()
    let question = try test.sent(try ask(test))
    let state = try OfficeState(orders: test)
    let report = try test.take(
      try answer(to: question, benefits: ["EB*6**30"], trace: "E999999999"), "other.271")
    #expect(report.eligibilityAnswers == 0)
    #expect(report.problems.contains { $0.message.contains("E999999999") })
    try test.isAs(orders: state)
    try test.isSound()
  }
}
