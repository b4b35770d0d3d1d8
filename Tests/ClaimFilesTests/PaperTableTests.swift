import Billing
import Testing

@testable import ClaimFiles

@Suite("Tables of papers (CSV)")
struct PaperTableTests {
  private func read(_ text: String) throws(PaperTableError) -> [PaperEOB] {
    try PaperTable.read(Array(text.utf8))
  }

  @Test("rows of one payment and of one claim stand below each other, each column said once")
  func rows() throws {
    let papers = try read(
      """
      Payer,Number,Kind,Dated,Received,Total,Claim,Patient,Payer_Claim,Line,Paid,Allowed,Codes
      Sample Plan,4711,check,2026-01-10,,"1,078.40",A1001,DOE,26005,1,39.20,,CO-45=70 CO-253=.8 PR-2=10

      ,,,,,,,,,2,"1,039.20",1149.20,"PR-1=100; PR-2=10"
      ,,,,,,A1002,,,1,0,,CO-16 M124
      ,4712,ACH,1/11/2026,2026-01-12,5,A1003,,,3,5.00,,
      """)
    #expect(papers.map(\.number) == ["4711", "4712"])
    #expect(papers.map(\.kind) == [.check, .ach])
    #expect(papers.map(\.total) == [Cents(107_840), Cents(500)])
    #expect(papers.map(\.paid) == papers.map(\.total))
    #expect(papers[0].payer == "Sample Plan" && papers[0].receivedOn == papers[0].dated)
    #expect(papers[1].dated == Day("2026-01-11") && papers[1].receivedOn == Day("2026-01-12"))
    #expect(papers[0].claims.map(\.number) == ["A1001", "A1002"])
    #expect(papers[0].claims[0].patient == "DOE" && papers[0].claims[0].payerNumber == "26005")
    let lines = papers[0].claims.flatMap(\.lines)
    #expect(lines.map(\.number) == [1, 2, 1])
    #expect(lines.map(\.allowed) == [nil, Cents(114_920), nil])
    #expect(
      lines.map { $0.reductions.map(\.code) } == [
        ["CO-45", "CO-253", "PR-2"], ["PR-1", "PR-2"], ["CO-16"],
      ])
    #expect(lines[2].reductions[0].amount == nil && lines[2].remarks == ["M124"])
  }

  @Test(
    "what is wrong is told by line and column",
    arguments: [
      ("", 1, ""), ("number,kind", 1, "dated"),
      ("number,kind,dated,total,claim,line,paid,colour\n", 1, "colour"),
      ("number,kind,dated,total,claim,line,paid\n", 1, ""),
      ("number,kind,dated,total,claim,line,paid\n1,check,2026-02-30,5,A,1,5", 2, "dated"),
      ("number,kind,dated,total,claim,line,paid\n1,shell,2026-02-03,5,A,1,5", 2, "kind"),
      ("number,kind,dated,total,claim,line,paid\n1,cash,2026-02-03,5x,A,1,5", 2, "total"),
      ("number,kind,dated,total,claim,line,paid\n1,cash,2026-02-03,5,A,0,5", 2, "line"),
      ("number,kind,dated,total,claim,line,paid\n1,cash,2026-02-03,5,,1,5", 2, "claim"),
      ("number,kind,dated,total,claim,line,paid\n1,cash,2026-02-03,5,A,1,", 2, "paid"),
      (
        "number,kind,dated,total,claim,line,paid\n1,cash,2026-02-03,5,A,1,5\n1,,,6,A,2,1", 3,
        "total"
      ),
      (
        "number,kind,dated,total,claim,line,paid,codes\n1,cash,2026-02-03,5,A,1,5,what?", 2, "codes"
      ),
      ("number,kind,dated,total,claim,line,paid\n1,cash,2026-02-03,5,A,1,\"5", 2, ""),
    ])
  func wrong(text: String, line: Int, column: String) {
    let error = #expect(throws: PaperTableError.self) { try read(text) }
    let places = (error?.problems ?? []).map(\.place)
    #expect(places.first?.segment == line && places.first?.element == column, "\(places)")
    #expect(error?.problems.allSatisfy { !$0.message.isEmpty } == true)
  }
}
