// Order entry: opened, typed into, checked when a field is left, saved.

import Billing
import Cells
import Desk

extension Workstation {
  mutating func beginOrder() {
    shell.pressed = []
    if let draft = shell.orderDraft {
      shell.orderDraft = nil
      overlays.append(.entry(draft))
      shell.say(.info, "What you had typed is here again.")
      return
    }
    overlays.append(.entry(OrderEntry(fields: shell.settings.orderFields)))
  }

  var refusalToEditOrder: SafeText? {
    let standing: OrderStanding?
    switch screens.top.screen {
    case let item as ItemScreen:
      guard let detail = item.detail else { return "the item is being read" }
      standing = detail.order?.order.standing
      guard standing != nil else { return "this is no order" }
      if case .reading(let reason) = item.access { return SafeText(foreign: reason.asReason) }
    case let screen as OrdersScreen:
      guard let row = screen.list.cursorRow else { return "the list is empty" }
      standing = row.standing
    case let screen as OrderScreen: standing = screen.detail?.order.standing
    default: return "not on this screen"
    }
    switch standing {
    case .confirmed: return "it is confirmed; its charges are corrected instead"
    case .cancelled: return "it is cancelled"
    case nil: return "the order is being read"
    case .open, .delivered, .returned: return nil
    }
  }

  mutating func editOrder() {
    switch screens.top.screen {
    case let item as ItemScreen:
      if let detail = item.detail?.order { openEntry(of: detail) }
    case let screen as OrderScreen:
      if let detail = screen.detail { openEntry(of: detail) }
    case let screen as OrdersScreen:
      if let row = screen.list.cursorRow {
        shell.ask(ReadOrder(row.id), for: .orderToEdit) { $0.openEntry(of: $1) }
      }
    default: break
    }
  }

  mutating func openEntry(of detail: OrderDetail) {
    guard overlays.isEmpty else { return }
    shell.pressed = []
    let entry = OrderEntry(
      fields: shell.settings.orderFields,
      rows: OrderFieldList.rows(of: detail.order, documents: detail.documents),
      order: detail.order.id)
    overlays.append(.entry(entry))
    checkEntry()
  }

  mutating func press(_ key: Key, in entry: OrderEntry) {
    var entry = entry
    switch key {
    case .escape:
      closeEntry(entry)
      return
    case .enter, .control("s"):
      save(entry)
      return
    case .tab: entry.moveFocus(by: 1)
    case .backTab: entry.moveFocus(by: -1)
    case .down: entry.moveRow(by: 1)
    case .up: entry.moveRow(by: -1)
    case .pageDown: entry.moveSection(by: 1)
    case .pageUp: entry.moveSection(by: -1)
    case .control("n"):
      if !entry.addLine() {
        shell.say(.warning, "More lines than that come in a file: :import PATH.")
      }
    case .control("r"):
      if !entry.removeLine() {
        shell.say(.info, "Ctrl-r takes out the line under the cursor; one line must stay.")
      }
    default:
      guard entry.edit(key) else { return }
      entry.error = nil
      setOverlay(.entry(entry))
      return
    }
    entry.show()
    setOverlay(.entry(entry))
    checkEntry()
  }

  /// Lets the office look at the order as typed, where it changed since the last look.
  private mutating func checkEntry() {
    guard case .entry(var entry) = overlays.last else { return }
    let rows = entry.rows(today: shell.settings.today)
    guard rows != entry.checked, entry.isDirty || entry.order != nil else { return }
    entry.checked = rows
    setOverlay(.entry(entry))
    shell.ask(CheckOrder(rows), for: .checkOrder, refused: { _, _ in }, then: { $0.takeCheck($1) })
  }

  private mutating func takeCheck(_ entered: EnteredOrder) {
    for index in overlays.indices {
      guard case .entry(var entry) = overlays[index], !entry.isSaving else { continue }
      entry.take(problems: entered.problems, findings: entered.findings)
      overlays[index] = .entry(entry)
    }
  }

  private mutating func closeEntry(_ entry: OrderEntry) {
    overlays.removeLast()
    guard entry.isDirty else { return }
    if entry.order == nil {
      shell.orderDraft = entry
      shell.say(.info, "Nothing was saved. What you typed is kept until you come back.")
    } else {
      shell.say(.info, "Nothing was saved; the order is as it was.")
    }
  }

  private mutating func save(_ entry: OrderEntry) {
    var entry = entry
    guard !entry.number.isEmpty else {
      entry.focus = .head(0)
      entry.error = "Give the order its number first."
      setOverlay(.entry(entry))
      return
    }
    entry.isSaving = true
    entry.error = nil
    setOverlay(.entry(entry))
    shell.ask(
      SaveOrder(entry.rows(today: shell.settings.today)), for: .saveOrder,
      refused: { $0.refuseSaving($1.message) }, then: { $0.finishSaving($1) })
  }

  private mutating func finishSaving(_ saved: EnteredOrder) {
    guard case .entry(var entry) = overlays.last else { return }
    let errors = saved.problems.filter(\.isError).count
    guard saved.id != nil else {
      shell.typedAhead = []
      entry.isSaving = false
      entry.showsAllProblems = true
      entry.take(problems: saved.problems, findings: saved.findings)
      entry.goToFirstProblem()
      entry.error = "Not saved: \(Wording.count(errors, "problem")) to put right."
      setOverlay(.entry(entry))
      return
    }
    overlays.removeLast()
    shell.orderDraft = nil
    let number = SafeText(foreign: entry.number)
    let blocking = saved.findings.filter(\.isBlocking).count
    let rest: SafeText =
      blocking > 0
      ? " The check found \(Wording.count(blocking, "problem"))." : " It can be confirmed."
    let verb: SafeText = entry.order == nil ? "Saved order" : "Changed order"
    shell.say(blocking > 0 ? .warning : .good, "\(verb) \(number).\(rest)")
    reloadVisible()
    reloadListsBelow()
  }

  private mutating func refuseSaving(_ reason: String) {
    shell.say(.error, SafeText(foreign: reason))
    guard case .entry(var entry) = overlays.last else { return }
    entry.isSaving = false
    entry.error = SafeText(foreign: reason)
    setOverlay(.entry(entry))
  }
}
