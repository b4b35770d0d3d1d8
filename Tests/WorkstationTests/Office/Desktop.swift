import Billing
import Cells
import Desk
import Workstation

/// A workstation with a fake office behind it: runs effects at once, unless told to hold them.
struct Desktop {
  var workstation: Workstation
  private let door: FakeDoor
  var size: Size
  /// What was asked for besides the office: copies, bells, themes.
  var outside: [Effect] = []
  /// Whether answers are kept back.
  var isHolding = false
  var held: [Errand] = []
  var asked: [any DeskQuestion] = []
  var now: Timestamp

  init(settings: WorkstationSettings, office: FakeOffice, size: Size) {
    door = FakeDoor(office)
    self.size = size
    now = office.now
    workstation = Workstation(settings: settings)
    run(workstation.start(at: now, size: size))
  }

  var office: FakeOffice {
    get { door.office }
    set { door.office = newValue }
  }

  mutating func send(_ message: Message) { run(workstation.receive(message)) }

  mutating func press(_ keys: [Key]) { for key in keys { send(.key(key)) } }

  /// Lets time pass, with a tick at its end.
  mutating func wait(milliseconds: Int64) {
    now = Timestamp(rawValue: now.rawValue + milliseconds)
    office.now = now
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
