// Commands, however they were given.

import Billing
import Cells
import Desk

extension Workstation {
  /// Gives a command, or says why it cannot be given.
  mutating func run(_ name: CommandName, argument: String = "", key: Key? = nil) {
    let command = CommandCatalogue.entry(name)
    guard command.contexts.contains(context) else {
      say(.warning, "\(command.title): not on this screen.")
      return
    }
    if let reason = command.refusal(self) {
      say(.warning, "\(command.title): \(reason).")
      return
    }
    usage[name, default: 0] += 1
    if let verb = name.verb {
      begin(verb, argument: argument)
      return
    }
    if runMove(name) || runList(name, argument: argument, key: key) { return }
    if runWork(name) || runBoard(name, argument: argument) || runPlace(name, argument: argument) {
      return
    }
    runProgram(name, argument: argument)
  }

  private mutating func runMove(_ name: CommandName) -> Bool {
    switch name {
    case .moveDown: move(.by(1))
    case .moveUp: move(.by(-1))
    case .halfPageDown: move(.half(1))
    case .halfPageUp: move(.half(-1))
    case .pageDown: move(.page(1))
    case .pageUp: move(.page(-1))
    case .top: move(.first)
    case .bottom: move(.last)
    case .scrollLeft: scrollColumns(by: -1)
    case .scrollRight: scrollColumns(by: 1)
    case .nextPane: movePane(by: 1)
    case .previousPane: movePane(by: -1)
    case .open: openUnderCursor()
    case .back: goBack()
    case .close: closeScreen()
    case .nextItem: stepToItem(by: 1)
    case .previousItem: stepToItem(by: -1)
    default: return false
    }
    return true
  }

  private mutating func runList(_ name: CommandName, argument: String, key: Key?) -> Bool {
    switch name {
    case .filter: beginFilter(argument)
    case .sort: sort(argument)
    case .nextLane: changeTab(by: 1)
    case .previousLane: changeTab(by: -1)
    case .mark: toggleMark()
    case .markRange: markRange()
    case .markAll: markAll()
    case .clearMarks: clearMarks()
    case .view:
      if case .character(let digit) = key, argument.isEmpty {
        showView(String(digit))
      } else {
        showView(argument)
      }
    case .saveView: saveView(named: argument)
    case .table:
      guard case .home(var home) = screens.top.screen else { return true }
      home.showsNumbers.toggle()
      screens.top.screen = .home(home)
    default: return false
    }
    return true
  }

  private mutating func runWork(_ name: CommandName) -> Bool {
    switch name {
    case .takeNext: takeNext()
    case .release: releaseOpenItem()
    case .resolve: openDecisionMenu()
    case .repeatLast: repeatLastDecision()
    case .undo: ask(UndoDecision(), for: .undo) { $0.finishUndo($1) }
    case .redo: ask(RedoDecision(), for: .undo) { $0.finishUndo($1) }
    case .openRemittance: openRemittanceOfItem()
    case .copyClaim: copy("claim number", record?.reference)
    case .copyPatient: copy("patient", record?.patient)
    case .copyAmount: copy("amount", record?.amount)
    case .copyPayerNumber: copy("payer's number", record?.payerNumber)
    default: return false
    }
    return true
  }

  private mutating func runBoard(_ name: CommandName, argument: String) -> Bool {
    switch name {
    case .orders: showOrders(argument)
    case .newOrder: beginOrder()
    case .editOrder: editOrder()
    case .transmission: go(to: .transmission(TransmissionScreen()))
    case .send: openSendForm()
    case .calendar: showCalendar()
    case .holdsReport: go(to: .holdsReport(HoldsReportScreen()))
    case .orderProblems: showOrderProblems(argument)
    case .askEligibility: offerEligibility()
    default: return false
    }
    return true
  }

  private mutating func runPlace(_ name: CommandName, argument: String) -> Bool {
    switch name {
    case .home: goHome()
    case .queue: openQueue(named: argument)
    case .remittances: go(to: .remittances(RemittancesScreen()))
    case .imports: go(to: .imports(ImportsScreen()))
    case .activity: showActivity(argument)
    case .messages: go(to: .messages(MessagesScreen()))
    case .go: find(argument)
    case .search: search(argument)
    case .importFiles: importFiles(argument)
    default: return false
    }
    return true
  }

  private mutating func runProgram(_ name: CommandName, argument: String) {
    switch name {
    case .help: overlays.append(.help(HelpOverlay()))
    case .palette: overlays.append(.palette(PaletteOverlay()))
    case .commandLine: overlays.append(.commandLine(CommandLine()))
    case .reload: reloadVisible()
    case .redraw: effects.append(.redraw)
    case .mask: toggleMask()
    case .lock: isLocked = true
    case .theme: chooseTheme(argument)
    case .suspend: effects.append(.suspend)
    case .cancel: cancel()
    case .quit: quit()
    default: break
    }
  }

  private mutating func toggleMask() {
    isMasked.toggle()
    let label = keymap.label(of: .mask) ?? ":mask"
    say(
      .info,
      isMasked
        ? "Names and numbers are covered. \(label) shows them."
        : "Names and numbers are shown. \(label) covers them.")
  }

  private mutating func chooseTheme(_ name: String) {
    let known = settings.themes.map { SafeText(foreign: $0) }.joined(separator: ", ")
    guard let match = settings.themes.first(where: { $0 == name }) else {
      say(
        .info, name.isEmpty ? "Themes: \(known)." : "No theme \(foreign: name). There are \(known)."
      )
      return
    }
    effects.append(.loadTheme(match))
  }

  // MARK: Leaving

  /// Stops what runs, and given again offers to quit; nothing that was typed is lost.
  private mutating func cancel() {
    let running = waiting.filter { $0.value.job.isStoppable && $0.key != .overview }
    pressed = []
    if !running.isEmpty, !cancelWasPressed {
      for job in Set(running.values.map(\.job)).sorted(by: { $0.rawValue < $1.rawValue }) {
        effects.append(.cancel(job))
      }
      cancelWasPressed = true
      say(.info, "Stopping. Press \(keymap.label(of: .cancel) ?? "again") again to quit.")
      return
    }
    guard cancelWasPressed else {
      cancelWasPressed = true
      say(
        .info, "Nothing is running. Press \(keymap.label(of: .cancel) ?? "it") again to quit.")
      return
    }
    cancelWasPressed = false
    if overlays.last != .quit { overlays.append(.quit) }
  }

  /// Quits at once where nothing is open; asks where something is.
  mutating func quit() {
    if leases.isEmpty, !hasTypedText {
      quitNow()
    } else if overlays.last != .quit {
      overlays.append(.quit)
    }
  }

  mutating func quitNow() {
    for id in leases.keys.sorted() { askToRelease(id) }
    leases = [:]
    effects.append(.exit)
  }

  var hasTypedText: Bool {
    overlays.contains { if case .form(let form) = $0 { form.isDirty } else { false } }
      || overlays.contains { if case .entry(let entry) = $0 { entry.isDirty } else { false } }
      || !drafts.isEmpty || orderDraft != nil
  }
}

extension JobName {
  /// Whether stopping it is harmless.
  var isStoppable: Bool {
    switch self {
    case .decision, .lease: false
    default: true
    }
  }
}
