import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket show ID`: one item with its whole history.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one item, or one claim, with everything that ever happened to it.",
    discussion: "A claim that needs no work is shown too, by its control number.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "Its number, a claim's control number, an order's or a trace number.") var id:
    String

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let item = try ItemReference.detail(id, opened.office)
    opened.saw(item.look, asJSON: json)
    if json { return try Output.only(json: item.json) }
    var output = Output()
    try item.print(to: &output)
    try output.finish()
  }
}

/// An item as a person names it.
enum ItemReference {
  /// The item that is meant; the claim of that number where none or several of its items are open.
  ///
  /// - Throws: as ``resolve(_:_:)``.
  static func detail(_ text: String, _ office: Office) throws -> ItemDetail {
    let found = try office.find(text)
    let isItem = found.count == 1 || found.first.map { String($0.rawValue) } == text
    if !isItem {
      let open = try found.prefix(100).map { try office.item($0) }.filter { $0.placement != nil }
      if open.count == 1 { return open[0] }
      if let claim = try office.showClaim(numbered: text) { return claim }
    }
    return try office.item(try resolve(text, office))
  }

  /// The one item that is meant: where several have the name, the one that is open.
  ///
  /// - Throws: that there is none, or which ones there are.
  static func resolve(_ text: String, _ office: Office) throws -> WorkItemID {
    let found = try office.find(text)
    guard let first = found.first else {
      if try office.claim(numbered: text) != nil {
        throw CommandFailure(
          "claim \(foreign: text) needs no work; see docket show \(foreign: text)")
      }
      throw CommandFailure(
        """
        there is no item \"\(foreign: text)\"; give its number, the claim's control number, an \
        order's number or the trace number of a remittance
        """)
    }
    // An item's own number comes before an order or a claim that happens to have the same one.
    if found.count == 1 || String(first.rawValue) == text { return first }
    let open = try found.prefix(100).filter { try office.item($0).placement != nil }
    guard open.count != 1 else { return open[0] }
    let named = open.isEmpty ? found : open
    let numbers = try named.prefix(20).map { id in
      "\(id.rawValue) (\(try office.item(id).row.procedure))"
    }
    throw CommandFailure(
      """
      \(named.count) items belong to \"\(foreign: text)\"; give one's number: \
      \(foreign: numbers.joined(separator: ", "))
      """)
  }
}
