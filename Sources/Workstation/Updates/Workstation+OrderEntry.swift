// Order entry: opened, and what came of it.

import Billing
import Cells
import Desk

extension Workstation {
  mutating func beginOrder() {
    shell.pressed = []
    if let draft = shell.orderDraft {
      shell.orderDraft = nil
      overlays.append(draft)
      shell.say(.info, "What you had typed is here again.")
      return
    }
    overlays.append(OrderEntry(fields: shell.settings.orderFields))
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
    var entry = OrderEntry(
      fields: shell.settings.orderFields,
      rows: OrderFieldList.rows(of: detail.order, documents: detail.documents),
      order: detail.order.id)
    entry.check(&shell)
    overlays.append(entry)
  }

  mutating func takeCheck(_ entered: EnteredOrder) {
    changeOverlays(as: OrderEntry.self) { entry, _ in
      if !entry.isSaving { entry.take(problems: entered.problems, findings: entered.findings) }
    }
  }

  mutating func refuseSaving(_ reason: String) {
    let text = SafeText(foreign: reason)
    shell.say(.error, text)
    changeOverlay(as: OrderEntry.self) { entry, _ in
      entry.isSaving = false
      entry.error = text
    }
  }

  mutating func finishSaving(_ saved: EnteredOrder) {
    guard saved.id != nil else {
      if changeOverlay(as: OrderEntry.self, { entry, _ in entry.refuse(saved) }) {
        shell.typedAhead = []
      }
      return
    }
    guard let entry = overlays.last as? OrderEntry else { return }
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

}
