// Order entry: opened, and what came of it.

import Billing
import Cells
import Desk

extension Workstation {
  mutating func beginOrder() {
    typing.dropPressed()
    if let draft = shell.drafts.takeOrder() {
      overlays.append(draft)
      shell.say(.info, "What you had typed is here again.")
      return
    }
    overlays.append(OrderEntry(fields: shell.settings.orderFields))
  }

  private var orderToEdit: OrderToEdit {
    (screens.top.screen as? any OrderEditing)?.orderToEdit ?? .none("not on this screen")
  }

  var refusalToEditOrder: SafeText? {
    let standing: OrderStanding
    switch orderToEdit {
    case .held(let detail): standing = detail.order.standing
    case .listed(_, let listed): standing = listed
    case .none(let reason): return reason
    }
    switch standing {
    case .confirmed: return "it is confirmed; its charges are corrected instead"
    case .cancelled: return "it is cancelled"
    case .open, .delivered, .returned: return nil
    }
  }

  mutating func editOrder() {
    switch orderToEdit {
    case .held(let detail): openEntry(of: detail)
    case .listed(let id, _): shell.ask(ReadOrder(id), for: .orderToEdit) { $0.openEntry(of: $1) }
    case .none: break
    }
  }

  mutating func openEntry(of detail: OrderDetail) {
    guard overlays.isEmpty else { return }
    typing.dropPressed()
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
        typing.dropAhead()
      }
      return
    }
    guard let entry = overlays.last as? OrderEntry else { return }
    overlays.removeLast()
    shell.drafts.order = nil
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
