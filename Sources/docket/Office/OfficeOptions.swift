import ArgumentParser
import Billing

/// The options that every verb on an office takes.
struct OfficeOptions: ParsableArguments {
  @Option(
    name: .long, help: "The office's database file; otherwise DOCKET_OFFICE, then the usual place.",
    completion: .file(extensions: ["docket"]))
  var office: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The business day; otherwise the calendar's.", valueName: "yyyy-mm-dd"))
  var today: Day?
}

extension Day: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
