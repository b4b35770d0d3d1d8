// Queues by their names, and saved views.

import Billing
import Cells
import Desk

extension Workstation {
  mutating func openQueue(named text: String) {
    let name = text.trimmed.lowercased()
    guard !name.isEmpty else {
      shell.say(
        .info, "Queues: \(foreign: QueueName.inOrder.map(\.rawValue).joined(separator: ", ")).")
      return
    }
    let match = QueueName.inOrder.first {
      $0.rawValue.hasPrefix(name) || $0.title.lowercased().hasPrefix(name)
    }
    guard let match else {
      shell.say(
        .warning,
        "There is no queue \(foreign: text). There are \(foreign: QueueName.inOrder.map(\.rawValue).joined(separator: ", "))."
      )
      return
    }
    go(to: QueueScreen(queue: match))
  }

  /// Shows a saved view, by its name or by the digit that was pressed.
  mutating func showView(_ given: Command.Given) {
    var wanted = given.argument.trimmed
    if wanted.isEmpty, case .character(let digit) = given.key { wanted = String(digit) }
    let view = shell.settings.views.first {
      $0.name.lowercased() == wanted.lowercased() || ($0.number > 0 && String($0.number) == wanted)
    }
    guard let view else {
      let known = shell.settings.views.map {
        $0.number > 0
          ? "\($0.number) \(foreign: $0.name)" as SafeText : SafeText(foreign: $0.name)
      }
      shell.say(
        .info,
        wanted.isEmpty
          ? "Views: \(known.joined(separator: ", "))."
          : "There is no view \(foreign: wanted). There are \(known.joined(separator: ", ")).")
      return
    }
    let filter: WorkFilter
    do throws(FilterError) {
      filter = try FilterParser.parse(
        view.filter, today: shell.settings.today, user: shell.settings.user)
    } catch {
      shell.say(.error, "View \(foreign: view.name): \(foreign: error.message)")
      return
    }
    var screen = QueueScreen(queue: view.queue)
    screen.lane = view.lane
    screen.filterText = view.filter
    screen.filter = filter
    screen.order = view.order
    screen.isReversed = view.isReversed
    screen.viewName = view.name
    if let old = screens.top.screen as? QueueScreen, !old.marks.isEmpty {
      shell.say(.info, "\(Wording.count(old.marks.count, "mark")) taken off with the list.")
    }
    go(to: screen)
  }
}

extension QueueScreen {
  /// Keeps the queue with its lane, filter and order under a name and the next free key.
  mutating func saveView(named name: String, _ shell: inout Shell) {
    let name = name.trimmed
    guard !name.isEmpty else {
      shell.say(.warning, "Give the view a name: :save-view old-medicare-denials.")
      return
    }
    let old = shell.settings.views.first { $0.name == name }
    let used = Set(shell.settings.views.map(\.number))
    let number = old?.number ?? (1...9).first { !used.contains($0) } ?? 0
    viewName = name
    shell.save(
      SavedView(
        number: number, name: name, queue: queue, lane: lane, filter: filterText, order: order,
        isReversed: isReversed))
    shell.say(
      .good,
      number > 0
        ? "Saved the view \(foreign: name). \(number) shows it."
        : "Saved the view \(foreign: name). :view \(foreign: name) shows it.")
  }
}

extension Shell {
  fileprivate mutating func save(_ view: SavedView) {
    settings.views.removeAll {
      $0.name == view.name || ($0.number == view.number && view.number > 0)
    }
    settings.views.append(view)
    settings.views.sort { ($0.number == 0 ? 10 : $0.number) < ($1.number == 0 ? 10 : $1.number) }
    effects.append(.saveView(view))
  }
}
