// The right to work on an item: had, lost, given back.

import Billing
import Cells
import Desk

extension ItemScreen {
  func isHeld(_ shell: Shell) -> Bool { shell.leases.holds(item) }

  func leave(_ shell: inout Shell) { shell.giveBack(item) }

  mutating func giveBack(_ shell: inout Shell) {
    shell.giveBack(item)
    access = .reading("you gave it back")
    // It was not somebody else's: it is not taken again by itself.
    detail?.item.lease = nil
    shell.say(.info, "You gave the item back; others can take it.")
  }

  /// Reads the item again, without a claim to it.
  func readItem(_ shell: inout Shell) {
    shell.ask(
      ReadItem(item), for: .page,
      refused: { (screen: inout Self, refusal, shell) in screen.refuse(refusal.message, &shell) },
      then: { (screen: inout Self, detail, shell) in screen.show(detail, isTaken: false, &shell) })
  }

  /// Reads what somebody else has once more, to see whether it is free by now.
  mutating func lookAgain(_ shell: inout Shell) {
    readAt = shell.now
    readItem(&shell)
  }

  /// Takes in what the office knows of the item now.
  mutating func show(_ detail: ItemDetail, isTaken: Bool, _ shell: inout Shell) {
    let isFreeNow = self.detail?.item.lease != nil && detail.item.lease == nil
    self.detail = detail
    readAt = shell.now
    if queue == nil { queue = detail.item.queue }
    if isTaken {
      access = .held
      shell.leases.keep(detail)
    } else if access == .closed {
      // An undo brought it back.
      access = .done
    } else if access == .held, let fence = shell.leases.fence(of: item) {
      compare(detail.item.lease, with: fence, &shell)
    } else if case .reading = access, isFreeNow, shell.caller.isOnTop {
      // Whoever had it has left it: it was opened to be worked on.
      shell.say(.good, "The item is free again, and yours from now on.")
      shell.askToTake(item, screen: shell.caller.number)
    }
    let number = shell.caller.number
    shell.wishes.append {
      $0.refreshForm(with: detail)
      $0.beginAfterOpening(screen: number)
    }
  }

  /// Whether somebody else has it, so that it is looked at again from time to time: a program that was
  /// killed says nothing.
  private var looksAgain: Bool {
    if case .reading = access { detail?.item.lease != nil } else { false }
  }

  /// When it is looked at again; nil where nobody else has it.
  var looksAgainAt: Timestamp? { looksAgain ? readAt.later(by: Self.lookEvery) : nil }

  /// Milliseconds between two looks at what somebody else has.
  private static let lookEvery: Int64 = 5_000

  /// Whether our lease still stands.
  private mutating func compare(_ lease: Lease?, with fence: Int64, _ shell: inout Shell) {
    if let lease, lease.fence == fence {
      guard lease.expires <= shell.now else { return }
      // It ran out while nobody looked, and nobody else took it: it is taken anew.
      shell.leases.end(item)
      access = .reading("your lease on it has ended")
      shell.askToTake(item, screen: shell.caller.number)
      return
    }
    shell.leases.end(item)
    let who = lease?.user ?? ""
    access = .reading(who.isEmpty ? "your lease on it has ended" : "\(who) is working on it")
    shell.say(
      .warning,
      who.isEmpty
        ? "Your lease on this item has ended. Opening it again takes it anew."
        : "\(foreign: who) has taken this item over. What you typed is kept.")
  }

  /// It could not be taken: it is shown for reading, with the reason.
  mutating func showForReading(_ reason: String, _ shell: inout Shell) {
    if access == .held, detail != nil {
      // A decision that leaves items open took this one out of the queues.
      shell.leases.end(item)
      access = .closed
    } else {
      access = .reading(reason)
      shell.wishes.append { $0.sequel.afterOpening = nil }
      shell.say(.warning, "\(foreign: reason) You can read it.")
    }
    readItem(&shell)
  }

  /// It could not be read.
  private mutating func refuse(_ reason: String, _ shell: inout Shell) {
    // What was decided is closed: there is nothing more to read.
    if access == .done || access == .closed {
      access = .closed
      return
    }
    shell.say(.error, SafeText(foreign: reason))
    // An item that can no longer be read has gone from the queues.
    if detail == nil, shell.caller.isOnTop { shell.leave() }
  }
}
