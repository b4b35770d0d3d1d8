import Billing
import Cells
import Desk

extension CommandContext {
  static let order = CommandContext("order", "Order")
}

/// One order that waits in no queue.
struct OrderScreen: TextScreen, OrderEditing {
  static let context = CommandContext.order
  static let headingRows = 2

  var order: OrderID
  var number: String
  var detail: OrderDetail?
  var scrolled = 0

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

  func lines(_ shell: Shell, width: Int) -> [StyledText] {
    guard let detail else { return [] }
    let page = SubjectPage(
      detail: .order(detail), privacy: shell.privacy, glyphs: shell.glyphs,
      today: shell.settings.today, width: width)
    // What is confirmed or cancelled was checked long ago.
    let isPast = [.confirmed, .cancelled].contains(detail.order.standing)
    let sections: [(section: ItemPage.Section, title: SafeText)] = [
      (.findings, "What the check found"), (.orderLines, "Lines"),
      (.coverages, "Coverages, in the order of payment"), (.documents, "Documents"),
      (.order, "Order"), (.charges, "Charges made of it"),
    ]
    return text(
      of: sections.filter { $0.section != .findings || !isPast }
        .map { ($0.title, page.body(of: $0.section)) })
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
    drawText(on: &canvas, in: area)
  }
}
