import Billing
import Cells
import Desk

extension CommandContext {
  static let transmission = CommandContext("transmission", "Transmission")
}

extension CommandName {
  static let transmission = CommandName("transmission")
  static let send = CommandName("send")
}

/// What is ready to go out, and what went.
struct TransmissionScreen: ListScreen, KeptScreen {
  static let context = CommandContext.transmission
  /// The key that sends says what it does.
  static let unhinted: Set<CommandName> = [.open]
  static let commands = [
    Command(
      .transmission, "Transmission",
      help: "Lists what is ready to go out by payer, and the batches that went with their answers.",
      keys: [[.character("g"), .character("t")]],
      synonyms: ["batches", "837", "send claims", "outbox", "clearinghouse"], group: .boards,
      run: Command.opens { TransmissionScreen() }),
    Command(
      .send, "Send the group",
      help: "Opens the form that sends this group; its count and its total must be typed.",
      in: [.transmission], keys: [key("s")], hint: "send", order: 5,
      synonyms: ["transmit", "batch", "837"], isDangerous: true, group: .boards,
      run: Command.on(TransmissionScreen.self) { screen, shell, _ in screen.open(&shell) },
      refusal: { $0.refusalToOpen }),
  ]

  var board: TransmissionBoard?
  var list = WindowedList<SendingGroup>()
  /// The payer whose group the cursor is put on, once they are there.
  private var payer: String?

  init(showing payer: String? = nil) { self.payer = payer }

  init?(kept words: [String: String], _ settings: WorkstationSettings) { putCursor(words) }

  var kept: [String: String]? { keptCursor }

  /// Rows of the list of groups; the batches stand below.
  static func listRows(height: Int, groups: Int) -> Int {
    max(2, min(max(groups, 1), (height - 6) / 2))
  }

  static var rowsAboveList: Int { 2 }

  func listHeight(_ shell: Shell) -> Int {
    Self.listRows(height: shell.terminal.bodyHeight, groups: board?.groups.count ?? 0)
  }

  func read(_ shell: inout Shell) {
    shell.ask(ReadTransmission(), for: .page) { (screen: inout Self, board, _) in
      screen.board = board
      screen.list.receive(all: board.groups)
      if let name = screen.payer, let group = board.groups.first(where: { $0.payerName == name }) {
        screen.list.move(toRecord: group.listID)
      }
      screen.payer = nil
    }
  }

  /// Opens the form that sends the group under the cursor.
  func open(_ shell: inout Shell) {
    guard let group = list.cursorRow else { return }
    shell.wishes.append { $0.typing.dropPressed() }
    shell.open(SendForm(group: group))
  }

  func refusalToOpen(_ shell: Shell) -> SafeText? {
    guard let board else { return "what is ready is being read" }
    if let refusal = board.refusal { return SafeText(foreign: refusal.asReason) }
    return list.cursorRow == nil ? "nothing is ready to go out" : nil
  }
}

extension SendingGroup: ListRow { var listID: PayerID { payer } }
