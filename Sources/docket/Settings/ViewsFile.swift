import Billing
import Cells
import TOMLKit
import Workstation

/// The saved views of one person: `views.toml`, written by the program and open to editing.
struct ViewsFile: Sendable {
  let path: String

  /// Every view.
  ///
  /// - Throws: the view that cannot be understood, by its place in the file.
  func read() throws(CommandFailure) -> [SavedView] {
    guard let document = try TOMLDocument.read(path) else { return [] }
    try document.checkKeys(["view"])
    guard let rows = document.table["view"] else { return [] }
    guard let array = rows.array else {
      throw document.complaint("view", "write [[view]] with two brackets")
    }
    var views: [SavedView] = []
    for (index, element) in array.enumerated() {
      guard let table = element.table, let view = Self.view(table) else {
        throw CommandFailure(
          """
          \(foreign: path): view \(index + 1) cannot be understood; it needs name, queue and \
          filter, and may have number, lane, order and reversed
          """)
      }
      views.append(view)
    }
    return views
  }

  /// Keeps a view in place of one with the same number or name.
  ///
  /// - Throws: why the file cannot be read or written; it is then as it was.
  func save(_ view: SavedView) throws(CommandFailure) {
    var views = try read()
    views.removeAll { $0.name == view.name || ($0.number == view.number && view.number > 0) }
    views.append(view)
    try SmallFile.replace(path, with: Self.text(views))
  }

  static func text(_ views: [SavedView]) -> String {
    var text = "# Saved views, by name and by the keys 1 to 9.\n"
    for view in views {
      text += "\n[[view]]\nnumber = \(view.number)\nname = \(TOMLText.quoted(view.name))\n"
      text += "queue = \(TOMLText.quoted(view.queue.rawValue))\n"
      text += "lane = \(TOMLText.quoted(LaneName.of(view.lane)))\n"
      text += "filter = \(TOMLText.quoted(view.filter))\n"
      text += "order = \(TOMLText.quoted(view.order.rawValue))\nreversed = \(view.isReversed)\n"
    }
    return text
  }

  private static func view(_ table: TOMLTable) -> SavedView? {
    guard let name = table["name"]?.string, !name.isEmpty,
      let queue = (table["queue"]?.string).flatMap(QueueName.init(rawValue:)),
      let filter = table["filter"]?.string,
      let lane = LaneName.lane(table["lane"]?.string ?? "work"),
      let order = WorkOrder(rawValue: table["order"]?.string ?? "rank")
    else { return nil }
    let number = table["number"]?.int ?? 0
    guard (0...9).contains(number) else { return nil }
    return SavedView(
      number: number, name: name, queue: queue, lane: lane, filter: filter, order: order,
      isReversed: table["reversed"]?.bool ?? false)
  }
}

/// The lanes of a queue as they are named in files and on the command line.
enum LaneName {
  static let all: [(name: String, lane: Lane)] = [
    ("work", .work), ("lead", .lead), ("expired", .expired), ("waiting", .waiting),
  ]

  static func of(_ lane: Lane) -> String { all.first { $0.lane == lane }?.name ?? "work" }

  static func lane(_ name: String) -> Lane? {
    all.first { $0.name == name.lowercased() }?.lane
  }
}
