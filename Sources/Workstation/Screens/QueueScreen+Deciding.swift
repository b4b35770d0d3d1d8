// Deciding about the marked rows of a queue, or about the one under the cursor.

import Billing
import Cells
import Desk
import WorkEngine

extension QueueScreen: DecidingScreen {
  func refusalToDecide(_ shell: Shell) -> SafeText? {
    marks.isEmpty && list.cursorRow == nil ? "the list is empty" : nil
  }

  func refusal(of verb: DecisionVerb, _ shell: Shell) -> SafeText? {
    if !marks.isEmpty, !verb.has(.many) {
      return "it takes one item at a time; Esc takes the marks off"
    }
    if !verb.fits(queue) { return "it does not fit this queue" }
    return refusalToDecide(shell)
  }

  var subject: DecisionSubject? {
    marks.isEmpty ? list.cursorRow.map { .row($0.item.id, queue) } : .marks
  }

  func menu(_ shell: Shell) -> DecideMenu {
    let verbs = DecisionVerb.forMany(in: queue, isSupervisor: shell.settings.isSupervisor)
    return DecideMenu(
      title: "Decide for \(Wording.count(marks.count, "item"))",
      entries: verbs.map { DecideMenu.Entry($0) })
  }

  func form(_ verb: DecisionVerb, _ fields: [DecisionField], _ shell: Shell) -> DecisionForm? {
    if !marks.isEmpty {
      // Hidden ones first: they are looked at first.
      let hidden = marks.hidden
      let gone = Set(hidden)
      let ids = hidden + marks.ids.filter { !gone.contains($0) }
      return DecisionForm(verb, fields, target: .many(ids, screen: shell.caller.number))
    }
    return list.cursorRow.map { row in
      DecisionForm(
        verb, fields, target: .one(row.item, fence: shell.leases.fence(of: row.item.id)),
        reference: row.reference)
    }
  }
}
