import Billing
import Cells
import Desk
import Operations
import Workstation

/// A workstation with a made-up office behind it: runs effects at once, unless told to hold them.
struct Desktop {
  var workstation: Workstation
  let made: MadeOffice
  /// The office as the person at this workstation sees it.
  private let door: PlayDoor
  var size: Size
  /// What was asked for besides the office: copies, bells, themes.
  var outside: [Effect] = []
  /// Whether answers are kept back.
  var isHolding = false
  var held: [Errand] = []
  var asked: [any DeskQuestion] = []
  var now = MadeOffice.now

  init(settings: WorkstationSettings, office: MadeOffice, size: Size) throws {
    made = office
    door = PlayDoor(
      office: try office.signedIn(
        settings.user, isSupervisor: settings.isSupervisor, session: Desktop.session),
      made: office)
    self.size = size
    workstation = Workstation(settings: settings)
    run(workstation.start(at: now, size: size))
  }

  /// The running program as its leases name it.
  static let session = "the workstation on trial"

  mutating func send(_ message: Message) { run(workstation.receive(message)) }

  mutating func press(_ keys: [Key]) { for key in keys { send(.key(key)) } }

  /// Lets time pass, with a tick at its end.
  mutating func wait(milliseconds: Int64) {
    now = Timestamp(rawValue: now.rawValue + milliseconds)
    made.clock.set(now)
    send(.tick(now))
  }

  /// Answers everything that was held back, the last question first if asked so.
  mutating func answerHeld(lastFirst: Bool = false) {
    isHolding = false
    let waiting = lastFirst ? held.reversed() : held
    held = []
    for errand in waiting { send(errand.run(at: door)) }
  }

  var frame: Frame { workstation.frame(size) }

  private mutating func run(_ effects: [Effect]) {
    for effect in effects {
      guard case .ask(let errand) = effect else {
        if case .wake = effect { continue }
        outside.append(effect)
        continue
      }
      asked.append(errand.question)
      if isHolding {
        held.append(errand)
      } else {
        send(errand.run(at: door))
      }
    }
  }
}
