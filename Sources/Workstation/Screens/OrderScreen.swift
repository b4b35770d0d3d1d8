import Billing
import Cells
import Desk

extension CommandContext {
  static let order = CommandContext("order", "Order")
}

/// One order that waits in no queue.
struct OrderScreen: Screen, OrderEditing {
  static let context = CommandContext.order

  var order: OrderID
  var number: String
  var detail: OrderDetail?
  /// Rows scrolled out at the top.
  var scrolled = 0

  /// Rows of the heading.
  private static let headingRows = 2

  init(order: OrderID, number: String) {
    self.order = order
    self.number = number
  }

  func crumb(_ privacy: Privacy) -> SafeText { privacy.identifier(number) }

  func read(_ shell: inout Shell) {
    shell.ask(ReadOrder(order), for: .page) { (screen: inout Self, detail, _) in
      screen.detail = detail
    }
  }

  var orderToEdit: OrderToEdit { detail.map { .held($0) } ?? .none("the order is being read") }

  mutating func move(_ step: ListMove, _ shell: inout Shell) {
    scrolled = step.scrolled(
      from: scrolled, height: max(1, shell.bodyHeight - Self.headingRows),
      rows: lines(shell, width: shell.size.columns - 2).count)
  }

  private func lines(_ shell: Shell, width: Int) -> [StyledText] {
    guard let detail else { return [] }
    let page = SubjectPage(
      detail: .order(detail), privacy: shell.privacy, glyphs: shell.glyphs,
      today: shell.settings.today, width: width)
    let sections: [(ItemPage.Section, SafeText)] = [
      (.findings, "What the check found"), (.orderLines, "Lines"),
      (.coverages, "Coverages, in the order of payment"), (.documents, "Documents"),
      (.order, "Order"), (.charges, "Charges made of it"),
    ]
    var result: [StyledText] = []
    for (section, title) in sections {
      // What is confirmed or cancelled was checked long ago.
      let isPast = [.confirmed, .cancelled].contains(detail.order.standing)
      if section == .findings, isPast { continue }
      let body = page.body(of: section)
      guard !body.isEmpty else { continue }
      if !result.isEmpty { result.append(StyledText()) }
      result.append(StyledText(title, .title))
      result += body
    }
    return result
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard let detail else { return }
    let area = rect.inset(columns: 1)
    let order = detail.order
    let head =
      StyledText(canvas.privacy.person(order.patient.listName), .title)
      + StyledText("  \(foreign: order.primary?.payer.name ?? "")")
    canvas.write(
      left: head, right: StyledText(order.standing.title, order.standing.style), in: area.line(0))
    let room = area.below(Self.headingRows)
    canvas.draw(lines(canvas.shell, width: area.columns), scrolled: scrolled, in: room)
    if canvas.isFocused { canvas.frame.cursor = room.origin }
  }
}
