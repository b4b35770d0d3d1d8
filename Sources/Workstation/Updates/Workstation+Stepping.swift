// From one item to another: stepping, remittances, copying.

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
    switch screens.top.screen {
    case .item(let screen) where screen.detail == nil: return "the item is being read"
    case .claim(let screen) where screen.page == nil: return "the claim is being read"
    default: return remittanceOnTop == nil ? "no remittance spoke of this claim yet" : nil
    }
  }

  /// The remittance that what is on top comes from, or the latest that spoke of it.
  private var remittanceOnTop: RemittanceID? {
    switch screens.top.screen {
    case .item(let screen): screen.detail?.remittance
    case .claim(let screen): screen.page?.adjudications.last?.remittance
    default: nil
    }
  }

  mutating func openRemittanceOfItem() {
    if let id = remittanceOnTop { openRemittance(id) }
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
}
