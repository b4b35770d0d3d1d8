import ArgumentParser
import Billing
import Cells
import ClaimFiles
import Desk
import Operations

/// `docket post eob`: a paper EOB with its check, card, cash or transfer.
struct PostEOBCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eob",
    abstract: "Post a paper EOB claim by claim, line by line; its total must agree.",
    discussion: """
      A line is its number, what is paid, what is allowed (the rest of the charge is contractual), \
      reasons with their amounts and remark codes; a reason without an amount takes what is left:

        docket post eob --payer "Sample Plan" --kind check --number 12345 --dated 2026-11-20 \
      --total 47.04 --claim "A1 patient=DOE" --line "1 paid=47.04 allowed=59.04 PR-2=12"

      Or name a table (CSV) with a row a line; its columns are payer, number, kind, dated, received, \
      total, claim, patient, payer_claim, line, paid, allowed, charge and codes, and what a row \
      leaves out of payment and claim is that of the row above. Everything posts, or nothing. \
      "docket act NUMBER undo" takes it back, "docket post void NUMBER" also days later.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Flag(help: "Show what would be posted, and post nothing.") var plan = false
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Whose it is: its number, identifier or name; otherwise the claim's payer.",
      valueName: "payer")) var payer = ""
  @Option(help: "How the money came: check, card, cash or ach.") var kind: PaperPayment?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Of the check, transfer or receipt; never of a card.", valueName: "text")) var number: String?
  @Option(help: ArgumentHelp("The date on the paper.", valueName: "day")) var dated: String?
  @Option(
    help: ArgumentHelp("The day of the money, otherwise that of the paper.", valueName: "day"))
  var received: String?
  @Option(help: ArgumentHelp("What the money comes to.", valueName: "dollars")) var total: Cents?
  @Option(
    name: [.customLong("claim"), .customLong("line")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A claim, and after it its lines, as often as there are.", valueName: "words"))
  var said: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Money of no claim: code, what it takes, reference; interest is L6=-1.50.",
      valueName: "words"))
  var adjustment: [String] = []
  @Argument(help: "A table (CSV) of papers.", completion: .file()) var path: String?

  func run() throws {
    let opened = try OpenOffice(options, for: .work)
    let office = opened.office
    let papers = try path.map { try table($0) } ?? [try typed(office.today)]
    let outcome = try plan ? office.planEOBs(papers) : office.postEOBs(papers)
    if plan {
      opened.saw("remittances", rows: outcome.results.count, asJSON: json)
    } else {
      for result in outcome.results { opened.saw(result.remittance.look, asJSON: json) }
    }
    try outcome.tell(asJSON: json)
  }

  private func table(_ path: String) throws -> [PaperEOB] {
    guard said.isEmpty, adjustment.isEmpty, number == nil, total == nil else {
      throw CommandFailure("a table says everything: leave the other options out")
    }
    let bytes = try InputFile.read(path)
    do throws(PaperTableError) {
      return try PaperTable.read(bytes)
    } catch {
      for problem in error.problems {
        let column: SafeText =
          problem.place.element.isEmpty ? "" : ", column \(foreign: problem.place.element)"
        Complaint.say(
          """
          \(foreign: path), line \(problem.place.segment)\(column): \(foreign: problem.message)
          """)
      }
      throw ProblemsFound()
    }
  }

  private func typed(_ today: Day) throws -> PaperEOB {
    guard let number, let kind, let dated, let total else {
      throw CommandFailure(
        "say --number, --kind, --dated and --total of the money, or name a table (CSV)")
    }
    guard let day = try DayArgument.readPast(dated, "--dated", today: today) else {
      throw CommandFailure("--dated is missing")
    }
    do {
      return PaperEOB(
        payer: payer, number: number, kind: kind,
        receivedOn: try DayArgument.readPast(received, "--received", today: today) ?? day,
        dated: day, total: total, claims: try claims(),
        adjustments: try adjustment.map { try PaperText.adjustment($0) })
    } catch let fault as PaperFault {
      throw CommandFailure("\(foreign: fault.sentence)")
    }
  }

  private func claims() throws -> [PaperClaim] {
    var claims: [PaperClaim] = []
    for text in said {
      guard PaperText.isLine(text) else {
        claims.append(try PaperText.claim(text))
        continue
      }
      guard let last = claims.indices.last else {
        throw PaperFault("line", "--line \"\(text)\" stands before any --claim")
      }
      claims[last].lines.append(try PaperText.line(text, of: claims[last].number))
    }
    return claims
  }
}

extension PaperPayment: ExpressibleByArgument {}
