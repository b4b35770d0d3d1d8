import Cells
import CursesTerminal
import Desk
import Workstation

/// Stands between the terminal and the workstation: events in, effects out.
@MainActor
final class WorkstationDriver {
  private var workstation: Workstation
  private let runner: EffectRunner
  private var isLeaving = false
  /// When the workstation wants to be woken.
  private(set) var alarm: ContinuousClock.Instant?

  init(settings: WorkstationSettings, runner: EffectRunner) {
    workstation = Workstation(settings: settings)
    self.runner = runner
  }

  /// Asks for the first screen.
  func start(_ screen: inout CursesScreen) {
    _ = run(workstation.start(at: LocalClock.now(), size: screen.size), &screen)
  }

  /// Where the person is.
  var lastPlace: LastPlace { workstation.lastPlace }

  func frame(_ size: Size) -> Frame { workstation.frame(size) }

  /// Takes one event of the terminal.
  func handle(_ event: TerminalEvent<Arrival>, _ screen: inout CursesScreen) -> LoopVerdict {
    if isLeaving { return leave(event) }
    // The alarm that rings is over before the tick may set the next one.
    if case .deadline = event { alarm = nil }
    var verdict = receive(.tick(LocalClock.now()), &screen)
    func take(_ message: Message) { verdict = stronger(verdict, receive(message, &screen)) }
    switch event {
    case .key(let key): take(.key(key))
    case .pasteCut(let lost):
      take(.refusedByTerminal("The paste was too long: its last \(lost) bytes are missing."))
    case .message(.message(let message)): take(message)
    case .message(.theme(let name, let theme)):
      screen.use(theme)
      take(.themeLoaded(name))
    // What was read before the suspension may be old.
    case .resumed: take(.dataChanged)
    case .message(.settled), .closing, .deadline: break
    }
    return verdict
  }

  /// The person wants to go: keys no longer count, and the last save decides when.
  private func leave(_ event: TerminalEvent<Arrival>) -> LoopVerdict {
    if case .message(.settled) = event, runner.isSettled { return .stop }
    return .goOn
  }

  private func receive(_ message: Message, _ screen: inout CursesScreen) -> LoopVerdict {
    run(workstation.receive(message), &screen)
  }

  private func run(_ effects: [Effect], _ screen: inout CursesScreen) -> LoopVerdict {
    var verdict = LoopVerdict.goOn
    for effect in effects { verdict = stronger(verdict, run(effect, &screen)) }
    return verdict
  }

  private func run(_ effect: Effect, _ screen: inout CursesScreen) -> LoopVerdict {
    switch effect {
    case .ask(let errand): runner.run(errand)
    case .cancel(let job): runner.cancel(job)
    case .keepLeases(let items): runner.keep(items)
    case .copy(let text):
      guard !screen.copy(text) else { break }
      return receive(.refusedByTerminal("That is too long for the clipboard."), &screen)
    case .suspend: return .suspend
    case .redraw: screen.redrawAll()
    case .ringBell: screen.ringBell()
    case .wake(let milliseconds): alarm = .now + .milliseconds(milliseconds)
    case .loadTheme(let name): runner.loadTheme(name)
    case .saveView(let view): runner.save(view)
    case .exit:
      runner.cancel(.importing)
      isLeaving = true
      return runner.isSettled ? .stop : .goOn
    }
    return .goOn
  }

  private func stronger(_ left: LoopVerdict, _ right: LoopVerdict) -> LoopVerdict {
    left == .stop || right == .goOn ? left : right
  }
}
