// Marking rows of a queue, so that one decision is taken about all of them.

import Billing
import Cells
import Desk

extension QueueScreen {
  mutating func toggleMark(_ shell: inout Shell) {
    guard let id = list.cursorID else { return }
    if rangeStart != nil {
      markRange(&shell)
      return
    }
    if marks.contains(id) { marks.remove(id) } else { marks.insert(id) }
    list.move(by: 1)
    shell.cursorMoved()
  }

  mutating func markRange(_ shell: inout Shell) {
    guard let id = list.cursorID else { return }
    guard let start = rangeStart else {
      rangeStart = id
      let label = shell.keymap.label(of: .markRange) ?? "v"
      shell.say(.info, "A range begins here. Move, then \(label) marks it; Esc gives it up.")
      return
    }
    rangeStart = nil
    guard let first = list.index(of: start), let last = list.index(of: id) else {
      shell.say(
        .warning, "The range is too long to mark at once. Filter, then * marks all that match.")
      return
    }
    var added = 0
    for index in min(first, last)...max(first, last) {
      guard let row = list.row(at: index) else { continue }
      if !marks.contains(row.item.id) { added += 1 }
      marks.insert(row.item.id)
    }
    shell.say(.info, "Marked \(Wording.count(added, "item")) of the range.")
  }

  func markAll(_ shell: inout Shell) {
    let request = request(offset: 0, limit: max(1, list.count))
    shell.ask(ReadIdentities(request), for: .markAll) { (screen: inout Self, ids, shell) in
      screen.mark(all: ids, &shell)
    }
  }

  private mutating func mark(all ids: [WorkItemID], _ shell: inout Shell) {
    let before = marks.count
    marks.matching = Set(ids)
    for id in ids { marks.insert(id) }
    let onScreen = list.visible.filter {
      list.row(at: $0).map { marks.contains($0.item.id) } ?? false
    }.count
    let rest = ids.count - onScreen
    let added = marks.count - before
    shell.say(
      .info,
      rest > 0
        ? "Marked \(Wording.count(added, "item")); \(MoneyText.count(rest)) of them are not on this screen."
        : "Marked \(Wording.count(added, "item")).")
  }

  mutating func clearMarks(_ shell: inout Shell) {
    guard !marks.isEmpty else { return }
    let count = marks.count
    marks = MarkSet()
    shell.say(.info, "Took \(Wording.count(count, "mark")) off.")
  }

  /// Which of the marked items the filter lets through, so that hidden ones can be counted.
  mutating func readMarksInSight(_ shell: inout Shell) {
    guard !marks.isEmpty else { return }
    marks.matching = marks.matching ?? Set(marks.ids)
    let request = request(offset: 0, limit: Int(Int32.max))
    shell.ask(ReadIdentities(request), for: .marksInSight, isQuiet: true) {
      (screen: inout Self, ids, _) in
      screen.marks.matching = Set(ids)
    }
  }
}

extension Workstation {
  var markCount: Int { (screens.top.screen as? QueueScreen)?.marks.count ?? 0 }

  var refusalWithoutMarks: SafeText? { markCount == 0 ? "nothing is marked" : nil }
}
