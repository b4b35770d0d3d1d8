import Billing

/// One transaction of an account (record 16), read field by field.
struct BAI2Transaction {
  var line: Int
  /// Type code of three digits.
  var code: String
  /// In cents, without a sign.
  var amount: Int64
  var bankReference: String
  var customerReference: String
  /// The words of the bank, continuations included.
  var text: String { words.joined(separator: " ") }
  /// The same as they were cut into records.
  private var words: [String]

  /// - Throws: ``BankFileError`` with the field that cannot be read.
  init(_ record: BAI2Record) throws(BankFileError) {
    line = record.line
    let own = record.parts[0].split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0).trimmingBlanks }
    // Fields may go on in a continuation; words may hold commas, and then belong together.
    let heads = try Self.fundsFields(record) + 3
    let all = own.count >= heads + 2 ? own : record.fields
    code = all.first ?? ""
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw BankFileError(
        "the type code is \"\(code.prefix(10))\", not three digits", line: line, in: "16")
    }
    amount = record.field(1).isEmpty ? 0 : try record.number(1, "the amount")
    bankReference = heads < all.count ? all[heads] : ""
    customerReference = heads + 1 < all.count ? all[heads + 1] : ""
    let first = all.dropFirst(heads + 2).joined(separator: ",")
    let more = own.count >= heads + 2 ? Array(record.parts.dropFirst()) : []
    words = ([first] + more).map(\.trimmingBlanks).filter { !$0.isEmpty }
  }

  /// How many fields follow the funds type (field 3): when the money can be used.
  private static func fundsFields(_ record: BAI2Record) throws(BankFileError) -> Int {
    switch record.field(2) {
    case "", "Z", "0", "1", "2": return 0
    case "S": return 3
    case "V": return 2
    case "D":
      let count = try record.number(3, "the number of availabilities")
      guard (0...100).contains(count) else {
        throw BankFileError("\(count) availabilities", line: record.line, in: record.code)
      }
      return 1 + 2 * Int(count)
    case let other:
      throw BankFileError(
        "the funds type \"\(other.prefix(10))\" is none of 0, 1, 2, D, S, V and Z",
        line: record.line, in: record.code)
    }
  }

  /// Money that came in: codes of credits, the bank's own ones included.
  var isCredit: Bool {
    guard let number = Int(code) else { return false }
    return (100...399).contains(number) || (920...959).contains(number)
  }

  /// What it is as a deposit; nil where the rules say that it is none.
  func deposit(on day: Day, account: String, codes: [String: BankCode]) -> DepositDraft? {
    let row = codes[code]
    guard isCredit, amount > 0, row == nil || row?.form != nil else { return nil }
    let trace = BankWords.trace(in: words)
    let number = customerReference.isEmpty ? bankReference : customerReference
    return DepositDraft(
      receivedOn: day, form: row?.form ?? .other, amount: Cents(amount),
      payer: BankWords.payer(in: text), reference: trace?.number ?? String(number.prefix(50)),
      originator: trace?.originator ?? "", account: account, memo: String(text.prefix(400)))
  }
}
