// From one item to another: stepping, remittances, copying.

import Billing
import Cells
import Desk

extension Workstation {
  // MARK: Stepping

  /// The row of the list below that comes next or before.
  private func neighbour(_ step: Int) -> QueueRow? {
    guard let item = screens.top.screen as? ItemScreen else { return nil }
    return nearestQueue?.screen.neighbour(of: item.item, by: step)
  }

  func refusalToStep(by step: Int) -> SafeText? {
    guard nearestQueue != nil else {
      return "this item was not opened from a list; c takes the next one"
    }
    guard neighbour(step) == nil else { return nil }
    return step > 0 ? "this is the last item of the list" : "this is the first item of the list"
  }

  mutating func stepToItem(by step: Int) {
    guard let row = neighbour(step), let entry = nearestQueue else { return }
    change(entry.number, as: QueueScreen.self) { queue, _ in
      queue.list.move(toRecord: row.item.id)
    }
    openItem(row.item.id, queue: entry.screen.queue)
  }

  // MARK: Remittances

  var refusalToOpenRemittance: SafeText? {
    switch screens.top.screen {
    case let screen as ItemScreen where screen.detail == nil: return "the item is being read"
    case let screen as ClaimScreen where screen.page == nil: return "the claim is being read"
    default: return remittanceOnTop == nil ? "no remittance spoke of this claim yet" : nil
    }
  }

  /// The remittance that what is on top comes from, or the latest that spoke of it.
  private var remittanceOnTop: RemittanceID? {
    switch screens.top.screen {
    case let screen as ItemScreen: screen.detail?.remittance
    case let screen as ClaimScreen: screen.page?.adjudications.last?.remittance
    default: nil
    }
  }

  mutating func openRemittanceOfItem() {
    if let id = remittanceOnTop { enter(RemittanceScreen(remittance: id)) }
  }

  // MARK: Copying

  var refusalWithoutRow: SafeText? {
    screens.top.screen.record == nil ? "there is no row" : nil
  }

  var refusalToCopyPayerNumber: SafeText? {
    (screens.top.screen.record?.payerNumber ?? "").isEmpty
      ? "the payer has given no number yet" : nil
  }

  mutating func copy(_ what: SafeText, _ text: (Record) -> String) {
    guard let text = screens.top.screen.record.map(text), !text.isEmpty else {
      shell.say(.info, "There is no \(what) to copy.")
      return
    }
    shell.effects.append(.copy(text))
    shell.lastCopied = text
    shell.say(.info, "Copied the \(what).")
  }
}
