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
    guard let source = screens.top.screen as? any RemittanceSource else {
      return "not on this screen"
    }
    return source.refusalToOpenRemittance
  }

  mutating func openRemittanceOfItem() {
    guard let id = (screens.top.screen as? any RemittanceSource)?.remittance else { return }
    enter(RemittanceScreen(remittance: id))
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
    seat.lastCopied = text
    shell.say(.info, "Copied the \(what).")
  }
}
