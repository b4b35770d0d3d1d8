import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Who has what: leases, fences, owners")
struct LeaseTests {
  /// Denials of 180.00, 170.00 and so on, all with the same deadline.
  private func queue(_ count: Int = 4) throws -> TestOffice {
    let test = try TestOffice()
    let numbers = (0..<count).map { "D\($0)" }
    try test.take(
      SampleFiles.claims(
        numbers.enumerated().map { index, number in
          var claim = SampleClaim.mask(number)
          claim.lines[0].cents = 18_000 - Int64(index) * 1000
          return claim
        }))
    try test.take(
      SampleFiles.remittance(
        numbers.enumerated().map { index, number in
          var claim = PaidClaim.mask(number, cas: "CO*50*\(180 - index * 10)", more: [])
          claim.charge = 18_000 - Int64(index) * 1000
          claim.lines[0].charge = claim.charge
          return claim
        }))
    return test
  }

  private func note(_ detail: ItemDetail, _ text: String, fence: Int64?) -> DecisionRequest {
    DecisionRequest(
      item: detail.item.id, rowVersion: detail.item.rowVersion, fence: fence,
      entry: DecisionEntry(.note, ["note": text]))
  }

  @Test("take next gives the best free item, to nobody twice, and nothing when all are taken")
  func takeNext() throws {
    let test = try queue()
    let other = try test.on(user: "mruiz")
    var given: [String] = []
    for office in [test.office, other.office, test.office, other.office] {
      let detail = try #require(try office.takeNext(.denials))
      given.append(detail.row.reference)
      #expect(detail.item.lease?.user == office.user.name)
      #expect(detail.item.lease?.session == office.session)
    }
    #expect(given == ["D0", "D1", "D2", "D3"])
    #expect(try test.office.takeNext(.denials) == nil)
    #expect(try test.office.takeNext(.rejections) == nil)
    try test.office.release(try test.itemID("D2"))
    #expect(try other.office.takeNext(.denials)?.row.reference == "D2")
    try other.office.signOff()
    #expect(try test.office.takeNext(.denials)?.row.reference == "D1")
    try test.isSound()
  }

  @Test("the order is tier, then expected money, then number; a filter narrows it")
  func takeNextOrder() throws {
    let test = try TestOffice(isSupervisor: true)
    var claims: [SampleClaim] = []
    var answers: [PaidClaim] = []
    // Days of service that put the filing limit of a year into different tiers.
    let days = [
      ("late", "20250124", Int64(3000)), ("soon", "20250205", 4000), ("far", "20251101", 90_000),
      ("far2", "20251101", 90_000), ("far3", "20251101", 90_100), ("pinned", "20251201", 100),
    ]
    for (number, day, cents) in days {
      var claim = SampleClaim.mask(number)
      claim.lines[0].day = day
      claim.lines[0].cents = cents
      claims.append(claim)
      var answer = PaidClaim.mask(number, cas: "CO*16*\(SampleFiles.dollars(cents))")
      answer.charge = cents
      answer.lines[0].charge = cents
      answer.lines[0].day = day
      answers.append(answer)
    }
    try test.take(SampleFiles.claims(claims))
    try test.take(SampleFiles.remittance(answers))
    try test.decide("pinned", DecisionEntry(.pin))
    let ranked = try test.office.page(PageRequest(queue: .denials)).rows.map(\.reference)
    #expect(ranked == ["pinned", "late", "soon", "far3", "far", "far2"])
    let filter = WorkFilter.field(.balance, .greater, [.cents(Cents(50_000))])
    #expect(try test.office.takeNext(.denials, filter: filter)?.row.reference == "far3")
    var taken: [String] = []
    while let next = try test.office.takeNext(.denials) { taken.append(next.row.reference) }
    #expect(taken == ["pinned", "late", "soon", "far", "far2"])
  }

  @Test("an item that somebody has is refused with the name of who has it")
  func takenByAnother() throws {
    let test = try queue()
    let other = try test.on(user: "mruiz")
    let id = try test.itemID("D0")
    _ = try test.office.take(id)
    do {
      _ = try other.office.take(id)
      Issue.record("taken twice")
    } catch let refusal as Refusal {
      #expect(refusal.message.contains("tlee"))
      #expect(refusal.message.contains("D0"))
    }
    #expect(try other.refusal("D0", DecisionEntry(.note, ["note": "x"]))?.contains("tlee") == true)
    // Another program of the same user is another sign-in, and nobody is told to ask himself.
    let second = try test.on(session: "second window")
    do {
      _ = try second.office.take(id)
      Issue.record("taken twice")
    } catch let refusal as Refusal {
      #expect(
        refusal.message
          == "You have D0 open in another window. Close it there, or take another.")
    }
    #expect(
      try second.refusal("D0", DecisionEntry(.note, ["note": "x"]))
        == "You have it open in another window.")
    // The same program may open it again.
    let again = try test.office.take(id)
    #expect(again.item.lease?.fence == 2)
  }

  @Test("a lease ends after fifteen minutes, and a heartbeat moves its end")
  func expiry() throws {
    let test = try queue()
    let other = try test.on(user: "mruiz")
    let id = try test.itemID("D0")
    _ = try test.office.take(id)
    test.clock.advance(minutes: 14)
    #expect(throws: Refusal.self) { try other.office.take(id) }
    try test.office.heartbeat(of: [id])
    test.clock.advance(minutes: 14)
    #expect(throws: Refusal.self) { try other.office.take(id) }
    test.clock.advance(minutes: 2)
    #expect(try other.office.take(id).item.lease?.user == "mruiz")
    // A heartbeat brings nothing back that ran out.
    try test.office.heartbeat(of: [id])
    #expect(try test.item("D0").item.lease?.user == "mruiz")
  }

  @Test("a heartbeat keeps what is named, and lets what nobody looks at run out")
  func namedHeartbeat() throws {
    let test = try queue()
    let other = try test.on(user: "mruiz")
    let (seen, covered) = (try test.itemID("D0"), try test.itemID("D1"))
    for id in [seen, covered] { _ = try test.office.take(id) }
    test.clock.advance(minutes: 10)
    try test.office.heartbeat(of: [seen])
    test.clock.advance(minutes: 10)
    #expect(throws: Refusal.self) { try other.office.take(seen) }
    #expect(try other.office.take(covered).item.lease?.user == "mruiz")
  }

  @Test("what a program held that is gone is free at once: to take, to be handed out, to decide")
  func gone() throws {
    let test = try queue()
    let place = "4f1c-4026531836"
    func signIn(_ process: Int32, _ place: String) -> String {
      SignIn(
        kind: "desk", account: 1000, process: process, started: 500, place: place, mark: "x"
      ).session
    }
    // Of these two processes only the second still runs.
    let processes = Processes(
      place: place, exists: { $0 == 12 },
      stat: { $0 == 12 ? "12 (docket) S 1 12 12 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 500 0 0" : nil })
    let gone = try test.on(user: "mruiz", session: signIn(11, place), processes: processes)
    let running = try test.on(user: "mruiz", session: signIn(12, place), processes: processes)
    let elsewhere = try test.on(user: "mruiz", session: signIn(11, "other"), processes: processes)
    let mine = try test.on(session: signIn(12, place) + "y", processes: processes)
    let ids = try (0..<4).map { try test.itemID("D\($0)") }
    _ = try gone.office.take(ids[0])
    _ = try running.office.take(ids[1])
    _ = try elsewhere.office.take(ids[2])
    #expect(try mine.refusal("D0", DecisionEntry(.note, ["note": "free"])) == nil)
    _ = try gone.office.take(ids[0])
    #expect(throws: Refusal.self) { try mine.office.take(ids[1]) }
    #expect(throws: Refusal.self) { try mine.office.take(ids[2]) }
    #expect(try mine.office.takeNext(.denials)?.row.reference == "D0")
    _ = try gone.office.take(ids[3])
    // Whoever only looks at it sees that it is free, before anybody has given it back.
    #expect(try running.office.item(ids[3]).item.lease == nil)
    #expect(try gone.office.item(ids[3]).item.lease != nil)
    #expect(try mine.office.item(ids[2]).item.lease != nil)
    try mine.office.giveBackEnded()
    #expect(try test.item("D3").item.lease == nil)
    #expect(try test.item("D1").item.lease?.user == "mruiz")
    try test.isSound()
  }

  @Test("who slept past the lease changes nothing, whether another took it or not")
  func sleeper() throws {
    for isTaken in [true, false] {
      let test = try queue()
      let other = try test.on(user: "mruiz")
      let mine = try #require(try test.office.takeNext(.denials))
      test.clock.advance(minutes: 16)
      if isTaken { _ = try other.office.take(mine.item.id) }
      let before = try OfficeState(test)
      do {
        _ = try test.office.decide(note(mine, "too late", fence: mine.item.lease?.fence))
        Issue.record("saved")
      } catch let refusal as Refusal {
        #expect(refusal.message.contains(isTaken ? "mruiz" : "run out"), "\(refusal.message)")
      }
      try test.office.release(mine.item.id)
      #expect(try test.item("D0").item.lease?.user == (isTaken ? "mruiz" : nil))
      try test.isAs(before)
      #expect(try test.texts("SELECT verb FROM activity") == [])
    }
  }

  @Test("an old fence of the same program saves nothing either")
  func oldFence() throws {
    let test = try queue()
    let first = try #require(try test.office.takeNext(.denials))
    let second = try test.office.take(first.item.id)
    #expect(throws: Refusal.self) {
      try test.office.decide(note(first, "old", fence: first.item.lease?.fence))
    }
    _ = try test.office.decide(note(second, "new", fence: second.item.lease?.fence))
    #expect(try test.texts("SELECT note FROM activity") == ["new"])
  }

  @Test("what was changed since it was opened is not overwritten")
  func versions() throws {
    let test = try queue()
    let other = try test.on(user: "mruiz")
    let mine = try test.item("D0")
    try other.decide("D0", DecisionEntry(.note, ["note": "first"]))
    do {
      _ = try test.office.decide(note(mine, "second", fence: nil))
      Issue.record("overwritten")
    } catch let refusal as Refusal {
      #expect(refusal.message.contains("changed since"))
      #expect(refusal.message.contains("mruiz, "), "it says who: \(refusal.message)")
      #expect(refusal.message.contains("Add a note"), "and what: \(refusal.message)")
    }
    #expect(try test.texts("SELECT note FROM activity") == ["first"])
    _ = try test.office.decide(note(try test.item("D0"), "second", fence: nil))
    try test.isSound()
  }

  @Test("a decision gives the item back")
  func givesBack() throws {
    let test = try queue()
    let other = try test.on(user: "mruiz")
    let mine = try #require(try test.office.takeNext(.denials))
    _ = try test.office.decide(note(mine, "with the fence", fence: mine.item.lease?.fence))
    #expect(try test.item("D0").item.lease == nil)
    #expect(try other.office.takeNext(.denials)?.row.reference == "D0")
    let another = try test.office.take(try test.itemID("D1"))
    _ = try test.office.decide(note(another, "without", fence: nil))
    #expect(try test.item("D1").item.lease == nil)
  }

  @Test("a supervisor breaks a lease, and its holder saves nothing after that")
  func breaking() throws {
    let test = try queue()
    let mine = try #require(try test.office.takeNext(.denials))
    #expect(
      try test.on(user: "mruiz").refusal(
        "D0", DecisionEntry(.breakLease, [.note: "she went home"]))?.contains("supervisor")
        == true)
    let boss = try test.on(user: "boss", isSupervisor: true)
    try boss.decide("D0", DecisionEntry(.breakLease, [.note: "she went home"]))
    #expect(throws: Refusal.self) {
      try test.office.decide(note(mine, "still here", fence: mine.item.lease?.fence))
    }
    #expect(try test.texts("SELECT user || ' ' || verb FROM activity") == ["boss break-lease"])
    #expect(
      try boss.refusal("D0", DecisionEntry(.breakLease, [.note: "she went home"]))?.contains(
        "Nobody") == true)
    #expect(try test.office.takeNext(.denials)?.row.reference == "D0")
  }

  @Test("after a break somebody else's decision is not saved over, however new the row is read")
  func decidedAfterBreaking() throws {
    let test = try queue()
    _ = try #require(try test.office.takeNext(.denials))
    let boss = try test.on(user: "boss", isSupervisor: true)
    try boss.decide("D0", DecisionEntry(.breakLease, [.note: "she went home"]))
    try boss.decide("D0", DecisionEntry(.appeal))
    let state = try OfficeState(test)
    // The screen behind the form has read the item again: version and all, but no fence any more.
    let called = DecisionEntry(.calledPayer, ["status": "in process"])
    let refusal = try test.refusal("D0", called)
    #expect(refusal?.contains("boss took D0 from you") == true, "\(refusal ?? "")")
    #expect(refusal?.contains("Appeal") == true)
    try test.isAs(state)
    let taken = try test.office.take(try test.itemID("D0"))
    _ = try test.office.decide(
      DecisionRequest(
        item: taken.item.id, rowVersion: taken.item.rowVersion, fence: taken.item.lease?.fence,
        entry: called))
    // Now that it was seen, the next one needs no taking.
    try test.decide("D0", DecisionEntry(.note, ["note": "x"]))
    // Others were never behind.
    try test.on(user: "mruiz").decide("D0", DecisionEntry(.note, ["note": "y"]))
    try test.isSound()
  }

  @Test("assigned work is handed to its owner only, and comes back to the pool")
  func owners() throws {
    let test = try queue(2)
    let other = try test.on(user: "mruiz")
    try test.decide("D0", DecisionEntry(.assign, ["to": "mruiz"]))
    #expect(try test.item("D0").item.owner == "mruiz")
    #expect(try test.office.takeNext(.denials)?.row.reference == "D1")
    #expect(try test.office.takeNext(.denials) == nil)
    #expect(
      try other.office.page(PageRequest(queue: .denials, filter: .mine)).rows.map(\.reference)
        == ["D0"])
    #expect(try other.office.takeNext(.denials)?.row.reference == "D0")
    try other.office.signOff()
    try other.decide("D0", DecisionEntry(.assign, ["to": ""]))
    #expect(try test.item("D0").item.owner == nil)
    #expect(try test.office.takeNext(.denials)?.row.reference == "D0")
    try test.isSound()
  }

  @Test("what is put off to somebody is theirs when it comes back")
  func deferredTo() throws {
    let test = try queue(1)
    let day = try #require(Day("2026-01-26"))
    try test.decide(
      "D0", DecisionEntry(.deferred, ["note": "x", "follow-up": day.description, "to": "mruiz"]))
    let later = try test.on("2026-01-26")
    try later.office.rollDay()
    #expect(try later.office.takeNext(.denials) == nil)
    #expect(
      try test.on("2026-01-26", user: "mruiz").office.takeNext(.denials)?.row.reference == "D0")
  }
}
