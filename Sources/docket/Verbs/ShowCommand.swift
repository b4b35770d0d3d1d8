import ArgumentParser
import Billing
import Cells
import Operations

/// `docket show ID`: one item with its whole history.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one item with everything that ever happened to it.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "Its number, a claim's control number, an order's or a trace number.") var id: String

  func run() throws {
    let office = try OpenOffice(options).office
    let item = try office.item(try ItemReference.resolve(id, office))
    if json { return try Output.only(json: item.json) }
    var output = Output()
    try item.print(to: &output)
    try output.finish()
  }
}

/// An item as a person names it.
enum ItemReference {
  /// The one item that is meant.
  ///
  /// - Throws: that there is none, or which ones there are.
  static func resolve(_ text: String, _ office: Office) throws -> WorkItemID {
    let found = try office.find(text)
    guard let first = found.first else {
      throw CommandFailure(
        """
        there is no item \"\(foreign: text)\"; give its number, the claim's control number, an \
        order's number or the trace number of a remittance
        """)
    }
    guard found.count == 1 else {
      let numbers = found.prefix(20).map { String($0.rawValue) }.joined(separator: ", ")
      throw CommandFailure(
        "\(found.count) items belong to \"\(foreign: text)\"; give one's number: \(foreign: numbers)"
      )
    }
    return first
  }
}
