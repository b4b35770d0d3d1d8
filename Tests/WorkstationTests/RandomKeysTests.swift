import Billing
import Cells
import Desk
import Operations
import Testing

@testable import Workstation

/// A generator that gives the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Random keys")
struct RandomKeysTests {
  private static let letters = Array(
    "jjjkklhgGcrdeax.uUvyTSnNo[]*/:?q 123 amp-sz=><\"()ogtgcgwgpAHRDEbs")

  private static func key(_ generator: inout SeededGenerator) -> Key {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<50: .character(letters.randomElement(using: &generator) ?? "j")
    case 50..<62: .enter
    case 62..<72: .escape
    case 72..<77: .tab
    case 77..<79: .backTab
    case 79..<84: [.up, .down, .left, .right].randomElement(using: &generator) ?? .up
    case 84..<88: [.home, .end, .pageUp, .pageDown].randomElement(using: &generator) ?? .home
    case 88..<92: .control("duxplknrs".randomElement(using: &generator) ?? "d")
    case 92..<95: [.backspace, .delete].randomElement(using: &generator) ?? .backspace
    case 95..<97: .paste(["med\nq", "3d", "\u{1B}[A", ""].randomElement(using: &generator) ?? "")
    case 97: .function(5)
    default: .control("c")
    }
  }

  /// What must hold after every key.
  private static func check(_ desk: Desktop, _ step: Int, _ keys: ArraySlice<Key>) -> Bool {
    let workstation = desk.workstation
    var problems: [String] = []
    for entry in workstation.screens.all {
      guard let queue = entry.screen as? QueueScreen, queue.list.isLoaded else { continue }
      if workstation.screens.top.number == entry.number, !desk.isHolding, desk.held.isEmpty {
        if queue.list.count > 0, queue.list.cursorRow == nil {
          problems.append("the cursor is on no row")
        }
        if queue.list.count > 0, !queue.list.visible.contains(queue.list.cursorIndex) {
          problems.append("the cursor is out of sight")
        }
      }
      if queue.marks.count < queue.marks.hidden.count { problems.append("more hidden than marked") }
    }
    if workstation.overlays.count > 4 { problems.append("overlays pile up") }
    if workstation.screens.depth > 12 { problems.append("screens pile up") }
    // A lease is held only for an item that is open.
    if desk.held.isEmpty {
      let open = Set(workstation.screens.all.compactMap { ($0.screen as? ItemScreen)?.item })
      if !Set(workstation.shell.leases.items).isSubset(of: open) {
        problems.append("a lease without its item")
      }
    }
    if step.isMultiple(of: 10) {
      let frame = desk.frame
      if frame.size != desk.size { problems.append("a frame of another size") }
      if let cursor = frame.cursor, !frame.bounds.contains(cursor) {
        problems.append("the hardware cursor is outside")
      }
    }
    guard problems.isEmpty else {
      Issue.record("after key \(step): \(problems) \(keys.map(\.description))")
      return false
    }
    return true
  }

  @Test(
    "never trap, never lose the cursor, never lose marks silently",
    arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func anyKeys(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let data = seed.isMultiple(of: 2) ? "many" : seed > 4 ? "orders" : "office"
    var settings = WorkstationSettings(
      user: "tlee", isSupervisor: seed == 3, today: MadeOffice.today)
    settings.views = [
      SavedView(number: 1, name: "medicare", queue: .denials, filter: "payer:medicare")
    ]
    var desk = try Desktop(
      settings: settings, office: MadeOffice(named: data), size: Size(columns: 80, rows: 24))
    var keys: [Key] = []
    for step in 0..<2000 {
      let key = Self.key(&generator)
      keys.append(key)
      let marksBefore = desk.workstation.markCount
      let saidBefore = desk.workstation.shell.log.entries.count
      let numberBefore = desk.workstation.screens.top.number
      desk.send(.key(key))
      let isSameList = desk.workstation.screens.top.number == numberBefore
      let lost = marksBefore - desk.workstation.markCount
      let isOwnToggle = key == .character(" ") && lost == 1
      if isSameList, lost > 0, !isOwnToggle, desk.workstation.shell.log.entries.count == saidBefore,
        desk.workstation.shell.log.entries.count < 500
      {
        Issue.record(
          "\(lost) marks vanished without a word after \(keys.suffix(6).map(\.description))")
        return
      }
      switch Int.random(in: 0..<60, using: &generator) {
      case 0: desk.send(.dataChanged)
      case 1: desk.wait(milliseconds: Int64.random(in: 1...5000, using: &generator))
      case 2:
        desk.size =
          [
            Size(columns: 80, rows: 24), Size(columns: 120, rows: 36), Size(columns: 200, rows: 60),
            Size(columns: 40, rows: 10),
          ]
          .randomElement(using: &generator) ?? desk.size
        desk.send(.resized(desk.size))
      case 3: desk.isHolding = true
      case 4: desk.answerHeld(lastFirst: Bool.random(using: &generator))
      case 5:
        if let row = try desk.made.openRows().randomElement(using: &generator) {
          try desk.made.take(row.reference, by: "mkim")
        }
      case 6: try desk.made.signedIn("mkim").signOff()
      case 7:
        if let row = try desk.made.openRows().first(where: { $0.item.lease == nil }) {
          try desk.made.putOff(row)
        }
      default: break
      }
      if desk.outside.last == .exit { desk.outside.removeAll() }
      guard Self.check(desk, step, keys.suffix(8)) else { return }
    }
  }
}
