import Billing
import Cells

extension CommandContext {
  static let home = CommandContext("home", "Home")
}

extension CommandName {
  static let home = CommandName("home")
}

/// The first screen: every queue, the day, the money.
struct HomeScreen: KeptScreen, HandingScreen {
  static let context = CommandContext.home
  static let abilities: ScreenAbilities = .filter
  /// There is little to undo here that is not seen elsewhere, and the work comes first.
  static let unhinted: Set<CommandName> = [.undo, .newOrder]
  static let commands = [
    Command(
      .home, "Home", help: "Goes to the queues and the day's numbers.",
      keys: [[.character("g"), .character("h")]], synonyms: ["overview", "dashboard"],
      group: .places, run: { workstation, _ in workstation.goHome() })
  ]

  /// The queue under the cursor.
  var queue: QueueName = .rejections
  var showsNumbers = false

  init() {}

  init?(kept words: [String: String], _ settings: WorkstationSettings) {
    if let queue = words["queue"].flatMap(QueueName.init(rawValue:)) { self.queue = queue }
  }

  var kept: [String: String]? { ["queue": queue.rawValue] }

  func crumb(_ privacy: Privacy) -> SafeText { "Docket" }

  mutating func move(_ step: ListMove, _ shell: inout Shell) {
    let order = QueueName.inOrder
    queue = order[step.place(from: order.firstIndex(of: queue) ?? 0, count: order.count)]
  }

  /// Rows above the titles of the queues.
  static let rowsAboveQueues = 4

  mutating func click(_ point: Point, _ shell: inout Shell) {
    let line = point.row - Self.rowsAboveQueues - 1
    if QueueName.inOrder.indices.contains(line) { queue = QueueName.inOrder[line] }
  }

  func filter(_ text: String, _ shell: inout Shell) { shell.search(text) }

  func open(_ shell: inout Shell) { shell.go(to: QueueScreen(queue: queue)) }

  func refusalToOpen(_ shell: Shell) -> SafeText? { nil }

  func next(of list: QueueScreen?) -> (queue: QueueName, filter: WorkFilter) {
    (queue, .everything)
  }

  func hint(of command: CommandName) -> SafeText? {
    switch command {
    case .close: "quit"
    case .filter: "search"
    default: nil
    }
  }
}
