import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// What decisions about orders, charges and special work say besides.
struct OrderSideOptions: ParsableArguments {
  @Option(
    help: "return: what is wrong.")
  var cause: OrderProblemCause?
  @Option(help: "return, hold: who must act.")
  var team: Team?
  @Option(
    help: ArgumentHelp("hold: the reason; see docket rules show hold-reason.", valueName: "code"))
  var holdReason: String?
  @Option(help: ArgumentHelp("hold: the person who must act.", valueName: "user"))
  var owner: String?
  @Option(help: ArgumentHelp("hold: when somebody looks at it again.", valueName: "day"))
  var review: String?
  @Flag(help: "hold: the months to come as well.") var agreement = false
  @Option(help: ArgumentHelp("release-hold: one hold; without it all.", valueName: "number"))
  var hold: Int64?
  @Flag(help: "release-hold: in all held months.") var allMonths = false
  @Option(parsing: .unconditional, help: "release-hold: what released it.") var evidence = ""
  @Option(
    help: ArgumentHelp("contact: what the patient wants.", valueName: "A7030=1,A7032=2"))
  var want = ""
  @Option(help: ArgumentHelp("contact: who asked for it.", valueName: "name")) var by = ""
  @Option(
    help: ArgumentHelp("fulfil, pick-up: the day on which it happened.", valueName: "day"))
  var on: String?
}

/// What a person says of a hold to be placed.
struct HoldPlacing {
  var reason: String
  var team: Team?
  var owner: String?
  var review: String?
  var isForAgreement: Bool
  var detail: String

  /// The hold; its type, and its team where none is named, are those of the reason.
  ///
  /// - Throws: that the office knows no such reason, or that the day is none.
  func entry(_ office: Office) throws(CommandFailure) -> HoldEntry {
    guard let row = office.rules.holdReasons[reason] else {
      throw CommandFailure(
        """
        there is no hold reason \"\(foreign: reason)\"; see docket rules show hold-reason for \
        those there are
        """)
    }
    return HoldEntry(
      type: row.type, reason: reason, detail: detail, team: team ?? row.team, owner: owner,
      reviewOn: try DayArgument.read(optional: review, "--review", today: office.today),
      isForAgreement: isForAgreement)
  }
}
