// Commands, however they were given.

import Billing
import Cells
import Desk

extension Workstation {
  /// Gives a command, or says why it cannot be given.
  mutating func run(_ name: CommandName, argument: String = "", key: Key? = nil) {
    let command = CommandCatalogue.entry(name)
    guard command.contexts.contains(context) else {
      shell.say(.warning, "\(command.title): not on this screen.")
      return
    }
    if let reason = command.refusal(self) {
      shell.say(.warning, "\(command.title): \(reason).")
      return
    }
    recall.give(name, leavingFrom: name.leaves ? placeOnTop : nil)
    command.run(&self, Command.Given(argument: argument, key: key))
  }

  mutating func toggleMask() {
    shell.terminal.isMasked.toggle()
    let label = shell.keymap.label(of: .mask) ?? ":mask"
    shell.say(
      .info,
      shell.terminal.isMasked
        ? "Names and numbers are covered. \(label) shows them."
        : "Names and numbers are shown. \(label) covers them.")
  }

  mutating func chooseTheme(_ name: String) {
    let known = shell.settings.themes.map { SafeText(foreign: $0) }.joined(separator: ", ")
    guard let match = shell.settings.themes.first(where: { $0 == name }) else {
      shell.say(
        .info, name.isEmpty ? "Themes: \(known)." : "No theme \(foreign: name). There are \(known)."
      )
      return
    }
    shell.effects.append(.loadTheme(match))
  }

  // MARK: Leaving

  /// Stops what runs, and given again offers to quit; nothing that was typed is lost.
  mutating func cancel() {
    let running = shell.tickets.stoppable
    typing.dropPressed()
    if !running.isEmpty, !typing.cancelWasPressed {
      for job in running { shell.effects.append(.cancel(job)) }
      typing.cancelWasPressed = true
      shell.say(
        .info, "Stopping. Press \(shell.keymap.label(of: .cancel) ?? "again") again to quit.")
      return
    }
    guard typing.cancelWasPressed else {
      typing.cancelWasPressed = true
      shell.say(
        .info, "Nothing is running. Press \(shell.keymap.label(of: .cancel) ?? "it") again to quit."
      )
      return
    }
    typing.cancelWasPressed = false
    if !(overlays.last is QuitDialog) { overlays.append(QuitDialog()) }
  }

  /// Quits at once where nothing is open; asks where something is.
  mutating func quit() {
    if shell.leases.isEmpty, !hasTypedText {
      quitNow()
    } else if !(overlays.last is QuitDialog) {
      overlays.append(QuitDialog())
    }
  }

  mutating func quitNow() {
    for id in shell.leases.items { shell.askToRelease(id) }
    shell.leases.endAll()
    shell.effects.append(.exit)
  }

  var hasTypedText: Bool {
    overlays.contains { $0.isDirty } || !shell.drafts.isEmpty
  }
}

extension CommandName {
  /// Whether it may be a step on the way out of the program.
  fileprivate var leaves: Bool { [.close, .quit, .cancel].contains(self) }
}
