import ArgumentParser
import Billing
import Operations

/// `docket hold release ITEM`: what was missing is there.
struct HoldReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Release a hold, of one month or of all held months.",
    discussion: """
      A hold that a rule placed is released by the rule when it is satisfied; only a supervisor \
      may release it before.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: ArgumentHelp("One hold; otherwise all open ones.", valueName: "number"))
  var hold: Int64?
  @Flag(help: "Release it in all held months of the agreement.") var allMonths = false
  @Option(parsing: .unconditional, help: "What released it.") var evidence: String
  @Argument(help: "The charge's item.") var item: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    var typed = TypedFields()
    try typed.set("hold", hold.map { String($0) })
    // Without the flag it is this month alone, whatever a form would fill in.
    try typed.set("all-months", allMonths ? "yes" : "no")
    try typed.set("evidence", evidence)
    try ItemDecision.take(.releaseHold, typed, on: try ItemReference.resolve(item, office), office)
      .tell(asJSON: json)
  }
}
