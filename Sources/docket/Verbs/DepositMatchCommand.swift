import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket deposit match NUMBER REMITTANCE…`: says what a deposit is the money of.
struct DepositMatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Match a deposit with remittances; undo takes it back.",
    discussion: """
      Without a remittance the best candidate is taken; docket deposit show lists them with what \
      speaks for and against each.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Where only a part belongs to it: dollars and cents.") var amount: Cents?
  @Option(parsing: .unconditional, help: "A note; goes into the history.") var note: String?
  @Argument(help: "The deposit's number in the list.") var deposit: Int64
  @Argument(help: "Trace numbers of remittances, or their numbers in the list.")
  var remittances: [String] = []

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    var typed = TypedFields()
    let keys = try remittances.map { try DepositArguments.remittance($0, office).rawValue }
    if !keys.isEmpty {
      try typed.set(.match, keys.map { String($0) }.joined(separator: "+"))
    }
    try typed.set(.amount, amount?.plain)
    try typed.set(.note, note)
    try ItemDecision.take(
      .matchDeposit, typed, on: try DepositArguments.item(deposit, office), office
    ).tell(asJSON: json)
  }
}

/// `docket deposit unmatch NUMBER [REMITTANCE]`: takes matches apart.
struct DepositUnmatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmatch", abstract: "Take the match of a deposit with its remittances apart.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "A note; goes into the history.") var note: String?
  @Argument(help: "The deposit's number in the list.") var deposit: Int64
  @Argument(help: "The remittance; otherwise all.") var remittance: String?

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    var typed = TypedFields()
    if let remittance {
      try typed.set(.match, String(try DepositArguments.remittance(remittance, office).rawValue))
    }
    try typed.set(.note, note)
    try ItemDecision.take(
      .unmatchDeposit, typed, on: try DepositArguments.item(deposit, office), office
    ).tell(asJSON: json)
  }
}

/// `docket deposit void NUMBER`: takes a deposit out of the books.
struct DepositVoidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Take a deposit out of the books that was recorded wrongly.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "What is wrong with it.") var note: String
  @Argument(help: "The deposit's number in the list.") var deposit: Int64

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    var typed = TypedFields()
    try typed.set(.note, note)
    try ItemDecision.take(
      .voidDeposit, typed, on: try DepositArguments.item(deposit, office), office
    ).tell(asJSON: json)
  }
}

/// Deposits and remittances as they are named on the command line.
enum DepositArguments {
  /// - Throws: that there is no such deposit.
  static func item(_ number: Int64, _ office: Office) throws -> WorkItemID {
    guard let item = try office.deposit(DepositID(number)).row.item else {
      throw CommandFailure("deposit \(number) has no item; run docket check")
    }
    return item
  }

  /// - Throws: that there is no such remittance.
  static func remittance(_ text: String, _ office: Office) throws -> RemittanceID {
    guard let id = try office.findRemittance(text) else {
      throw CommandFailure(
        "there is no remittance \"\(foreign: text)\"; see docket remit for those there are")
    }
    return id
  }
}
