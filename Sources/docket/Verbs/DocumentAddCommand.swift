import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket document add NUMBER`: a paper came; holds that waited for it are released.
struct DocumentAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Index a document to an order.",
    discussion: "Holds that a rule placed are released when the document satisfies it.")

  @OptionGroup var options: OfficeOptions
  @OptionGroup var document: DocumentOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "A note; goes into the history.") var note: String?
  @Argument(help: "The order's number, or the number of an item it came for.")
  var number: String

  func validate() throws {
    guard document.kind != nil else {
      throw ValidationError(
        "--kind is needed: \(DocumentKind.allValueStrings.joined(separator: ", "))")
    }
  }

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    var typed = TypedFields()
    try document.fill(&typed)
    try typed.set(.note, note)
    try ItemDecision.take(.attachDocument, typed, on: try item(office), office).tell(asJSON: json)
  }

  /// The order while it is to be confirmed, else a charge of it that is still open.
  private func item(_ office: Office) throws -> WorkItemID {
    let found = try office.find(number)
    guard !found.isEmpty else {
      throw CommandFailure(
        "there is no order \"\(foreign: number)\"; see docket order list for those there are")
    }
    // An order's number comes before an item that happens to have the same one.
    let named = found.filter { String($0.rawValue) != number } + found
    for id in named {
      let detail = try office.item(id)
      let option = detail.advice.options.first { $0.verb == .attachDocument }
      if detail.placement != nil, option?.permission == .allowed { return id }
    }
    throw CommandFailure(
      """
      nothing of order \(foreign: number) is open any more: its charges are billed, and a \
      document changes nothing; work on its claims
      """)
  }
}
