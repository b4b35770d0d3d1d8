import Billing
import Testing

@testable import ClaimFiles

@Suite("Tables of banks (CSV)")
struct BankTableTests {
  private static let own = BankColumns(
    name: "Lakeside", date: "Posting Date", amount: "Amount", payer: "Description",
    reference: "Check No", form: "Type", forms: ["ACH_CREDIT": .ach, "DEPOSIT": .check],
    usualForm: .check)
  private static let plain = BankColumns(
    name: "docket", date: "date", amount: "amount", payer: "payer", reference: "reference",
    form: "form")

  private func read(_ text: String) throws(BankFileError) -> BankStatement {
    try BankTable.read(Array(text.utf8), columns: [Self.own, Self.plain])
  }

  @Test("the columns are those of the rules, after whatever the bank writes above them")
  func columns() throws {
    let statement = try read(
      """
      Lakeside Bank,,
      Statement of January,,

      Posting Date,Description,Type,Check No,"Amount",Balance
      01/05/2026,EXAMPLE DME MAC TRN*1*EFT0012345*1512345678\\,ACH_CREDIT,,"1,015.70",9
      1/6/26,"CIGNA, INC",DEPOSIT,000777,$12.5,9
      2026-01-07,RENT,DEPOSIT,,-300.00,9
      2026-01-07,RENT,DEPOSIT,,(300.00),9
      20260108,SOMEBODY,,,+3,9
      """)
    #expect(statement.leftAlone == 2)
    #expect(statement.lines.map(\.line) == [5, 6, 9])
    let deposits = statement.lines.map(\.deposit)
    #expect(deposits.map(\.amount) == [Cents(101_570), Cents(1250), Cents(300)])
    #expect(deposits.map(\.form) == [.ach, .check, .check])
    #expect(deposits.map(\.reference) == ["EFT0012345", "000777", ""])
    #expect(deposits.map(\.payer) == ["EXAMPLE DME MAC", "CIGNA, INC", "SOMEBODY"])
    #expect(
      deposits.map(\.receivedOn.description) == ["2026-01-05", "2026-01-06", "2026-01-08"])
  }

  @Test("a table of the office's own form needs no row, and any delimiter will do")
  func ownForm() throws {
    let statement = try read(
      "date;form;payer;reference;amount\n2026-01-05;lockbox;CIGNA;12;3.00\n")
    #expect(statement.lines.map(\.deposit.form) == [.lockbox])
  }

  @Test("everything that is wrong is named by line and column, and nothing is taken")
  func problems() {
    let error = #expect(throws: BankFileError.self) {
      try read(
        """
        date,form,payer,reference,amount
        2026-13-05,ach,A,1,3.00
        2026-01-05,ach,A,1,three
        2026-01-05,barter,A,1,3.00
        2026-01-05,ach,A,1,99999999999
        """)
    }
    let places = error?.problems.map { "\($0.place.segment) \($0.place.element)" }
    #expect(places == ["2 date", "3 amount", "5 amount"])
  }

  @Test("a word of the column that the rules list and this one is not is wrong")
  func words() {
    let error = #expect(throws: BankFileError.self) {
      try read(
        "Posting Date,Description,Type,Check No,Amount\n2026-01-05,A,BARTER,1,3.00\n")
    }
    #expect(error?.problems.map(\.place.element) == ["Type"])
  }

  @Test("a table without known headings says which are known")
  func headings() {
    let error = #expect(throws: BankFileError.self) { try read("when,what\n1,2\n") }
    #expect(error?.problems.first?.message.contains("Posting Date") == true)
    #expect(throws: BankFileError.self) { try read("") }
    #expect(throws: BankFileError.self) {
      try BankTable.read([0xFF, 0xFE, 1, 2], columns: [Self.plain])
    }
  }
}
