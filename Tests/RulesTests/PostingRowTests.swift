import Billing
import Foundation
import Rules
import Testing

@Suite("Rows of what posts by itself")
struct PostingRowTests {
  @Test("A row of what posts by itself is read in full, and by what is wrong with it")
  func postingRows() throws {
    let text = """
      [[posting]]
      id = "aetna"
      payer = "aetna"
      tolerance = "2.00"
      tolerance-percent = 3
      interest-limit = "0.00"
      automatic = false
      post-only = ["CO-45", "PR-1", "253"]
      look-at = ["CO-50"]
      fee-schedule-write-off = false
      crossover = 12
      exceptions-to = "mruiz"
      from = "2026-03-01"
      """
    let book = try RulesFile.load(office: text)
    #expect(book.postings.count == 2)
    #expect(book.postings[0].isAutomatic && book.postings[0].writesOffContractual)
    #expect(book.postings[0].listed.isEmpty && book.postings[0].watched.isEmpty)
    let row = try #require(book.postings.last)
    #expect(row.id == "aetna" && !row.isAutomatic && !row.writesOffContractual)
    #expect(row.listed.map(\.text) == ["CO-45", "PR-1", "253"])
    #expect(row.watched.map(\.text) == ["CO-50"])
    #expect(row.crossoverDays == 12 && row.exceptionsTo == "mruiz")
    let listed = try #require(RulesListing.rows(of: book, matching: "posting aetna").last)
    #expect(listed.key == "aetna for aetna")
    #expect(listed.text.contains("posts only CO-45 PR-1 253, a person sees CO-50"))
    #expect(listed.text.contains("exceptions to mruiz, from 2026-03-01"))
    for (good, bad, key) in [
      ("\"CO-50\"", "\"CO50-1-2\"", "look-at"), ("\"CO-50\"", "\"XX-50\"", "look-at"),
      ("\"253\"", "\"25.3\"", "post-only"), ("12", "0", "crossover"),
      ("\"mruiz\"", "\" \"", "exceptions-to"), ("false", "\"no\"", "automatic"),
    ] {
      let error = #expect(throws: RulesError.self) {
        try RulesFile.load(office: text.replacingOccurrences(of: good, with: bad))
      }
      #expect(error?.key == key, "\(bad)")
    }
    let lost = try RulesFile.load(
      office: text.replacingOccurrences(of: "payer = \"aetna\"", with: "payer = \"nobody\"")
        .replacingOccurrences(of: "CO-50", with: "CO-ZZZ"))
    let day = try #require(Day("2026-03-01"))
    let problems = RulesCheck.problems(in: lost, on: day).filter { $0.row == "aetna" }
    #expect(problems.map(\.kind) == [.dangling, .dangling])
    #expect(problems.last?.message.contains("CO-ZZZ") == true)
  }
}
