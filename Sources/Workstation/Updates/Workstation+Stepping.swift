// From one item to another: stepping, remittances, copying, finding.

import Billing
import Cells
import Desk

extension Workstation {
  // MARK: Stepping

  /// The row of the list below that comes next or before.
  private func neighbour(_ step: Int) -> QueueRow? {
    guard case .item(let item) = screens.top.screen, let queue = nearestQueue?.screen.asQueue else {
      return nil
    }
    let list = queue.list
    if list.cursorID == item.item { return list.row(at: list.cursorIndex + step) }
    // The item has left the list; the cursor rests on the row that took its place.
    return list.row(at: step > 0 ? list.cursorIndex : list.cursorIndex - 1)
  }

  func refusalToStep(by step: Int) -> SafeText? {
    guard nearestQueue != nil else {
      return "this item was not opened from a list; c takes the next one"
    }
    guard neighbour(step) == nil else { return nil }
    return step > 0 ? "this is the last item of the list" : "this is the first item of the list"
  }

  mutating func stepToItem(by step: Int) {
    guard let row = neighbour(step), let entry = nearestQueue, case .queue(var queue) = entry.screen
    else { return }
    queue.list.move(toRecord: row.item.id)
    screens[entry.number] = .queue(queue)
    openItem(row.item.id, queue: queue.queue)
  }

  // MARK: Remittances

  var refusalToOpenRemittance: SafeText? {
    guard case .item(let item) = screens.top.screen, let detail = item.detail else {
      return "the item is being read"
    }
    return detail.remittance == nil ? "no remittance spoke of this claim yet" : nil
  }

  mutating func openRemittanceOfItem() {
    guard case .item(let item) = screens.top.screen, let id = item.detail?.remittance else {
      return
    }
    openRemittance(id)
  }

  mutating func openRemittance(_ id: RemittanceID) {
    enter(.remittance(RemittanceScreen(remittance: id)))
  }

  // MARK: Copying

  var refusalWithoutRow: SafeText? {
    record == nil ? "there is no row" : nil
  }

  var refusalToCopyPayerNumber: SafeText? {
    (record?.payerNumber ?? "").isEmpty ? "the payer has given no number yet" : nil
  }

  mutating func copy(_ what: SafeText, _ text: String?) {
    guard let text, !text.isEmpty else {
      say(.info, "There is no \(what) to copy.")
      return
    }
    effects.append(.copy(text))
    lastCopied = text
    say(.info, "Copied the \(what).")
  }

  // MARK: Finding

  mutating func find(_ text: String) {
    let text = text.trimmed
    guard !text.isEmpty else {
      say(.info, "Say what to go to: :go 26463774, or :go and the beginning of a name.")
      return
    }
    ask(.find(text), for: .find)
  }

  mutating func showFound(_ rows: [QueueRow]) {
    switch rows.count {
    case 0: say(.warning, "No open item has such a number or name. Closed claims are in :activity.")
    case 1: openItem(rows[0].item.id, queue: rows[0].item.queue)
    default:
      let entries = rows.prefix(12).map { row in
        Menu.Entry(
          title: "\(foreign: row.reference)  \(foreign: row.patient)",
          detail: "\(foreign: row.item.queue.title), \(foreign: row.item.balance.description)",
          action: .openItem(row.item.id, row.item.queue), isPrivate: true)
      }
      overlays.append(.menu(Menu(title: "Which one?", entries: Array(entries))))
    }
  }
}
