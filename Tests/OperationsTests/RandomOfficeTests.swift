import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

/// Files and decisions in random order: whatever happens, every cent stays accounted for.
@Suite("A random office")
struct RandomOfficeTests {
  @Test(
    "after each step postings sum to zero and check is clean", arguments: Soak.seeds(6, of: 200))
  func anything(seed: Int) throws {
    var run = try RandomRun(seed: UInt64(seed))
    for step in 1...90 {
      let what = try run.step()
      let check = try run.office.office.check()
      try #require(check.problems == [], "seed \(seed), step \(step): \(what)")
      try #require(check.postingsSum == .zero, "seed \(seed), step \(step): \(what)")
      let open = try run.office.numbers(
        """
        SELECT coalesce(sum(balance_cents), 0) FROM work_item
        WHERE queue = 'cash-posting' AND is_closed = 0
        """)
      try #require(
        open == [check.totals.suspense.rawValue], "seed \(seed), step \(step): \(what)")
    }
    try run.office.isSound()
    #expect(run.decided > 5)
    #expect(run.undone > 0)
    #expect(try run.office.office.check().totals.remittances > 3)
  }
}

/// One office with what was sent to whom, and chance.
private struct RandomRun {
  private(set) var office: TestOffice
  private var random: SeededRandom
  private var sent: [SampleClaim] = []
  private var answered: [PaidClaim] = []
  private var files = 100
  private var traces = 0
  private var day: Day
  private(set) var decided = 0
  private(set) var undone = 0

  init(seed: UInt64) throws {
    random = SeededRandom(seed)
    office = try TestOffice()
    day = try #require(Day("2026-01-20"))
    for _ in 1...4 { _ = try send() }
  }

  /// Does something; gives it in words.
  mutating func step() throws -> String {
    switch random.number(0...19) {
    case 0...2: return try send()
    case 3: return try acknowledge()
    case 4...7: return try pay()
    case 8...13: return try decide()
    case 14, 15: return try takeBack(.undo)
    case 16: return try takeBack(.redo)
    case 17: return try decideMany()
    case 18: return random.isOne(in: 2) ? try nextDay() : try decide()
    default: return random.isOne(in: 3) ? try changeUser() : try decide()
    }
  }

  private mutating func send() throws -> String {
    var claims: [SampleClaim] = []
    for _ in 0..<random.number(1...4) {
      if !sent.isEmpty, random.isOne(in: 4) {
        claims.append(random.pick(sent))
        continue
      }
      let number = "C\(sent.count + claims.count)"
      var claim = random.isOne(in: 2) ? SampleClaim.machine(number) : .mask(number)
      claim.last = random.pick(["DOE", "ROE", "POE", "O'HARE"])
      claim.lines[0].cents = random.number(1...40_000)
      if random.isOne(in: 3) { claim = claim.supplemented() }
      if random.isOne(in: 4) { claim.payer = .commercial }
      claim.lines[0].day = random.pick(["20251220", "20250215", "20251001"])
      claims.append(claim)
    }
    sent += claims.filter { claim in !sent.contains { $0.control == claim.control } }
    files += 1
    let bytes = SampleFiles.claims(
      claims, date: day.ccyymmdd, interchange: files, group: files)
    _ = try office.office.importBytes(bytes, name: "\(files).837")
    return "sent \(claims.map(\.control))"
  }

  private mutating func acknowledge() throws -> String {
    guard !sent.isEmpty else { return "nothing to answer" }
    files += 1
    let status = random.pick([
      "STC*A2:20:PR*\(day.ccyymmdd)*WQ*1", "STC*A7:507*\(day.ccyymmdd)*U*1",
      "STC*A1:19*\(day.ccyymmdd)*WQ*1",
    ])
    let claims = (0..<random.number(1...3)).map { _ -> SampleFiles.StatusClaim in
      (random.pick(sent).control, [status])
    }
    _ = try office.office.importBytes(
      SampleFiles.statuses(
        claims, fromPayer: random.isOne(in: 2), date: day.ccyymmdd, interchange: files),
      name: "\(files).277")
    return "answered \(claims.map(\.control)) with \(status)"
  }

  private mutating func pay() throws -> String {
    var claims: [PaidClaim] = []
    for _ in 0..<random.number(1...4) { if let claim = paid() { claims.append(claim) } }
    traces += 1
    var remittance = SampleRemittance(
      trace: random.isOne(in: 10) ? "EFT1" : "EFT\(traces)", claims: claims, date: day.ccyymmdd)
    if random.isOne(in: 4) {
      remittance.provider = [
        (random.pick(["WO:1", "L6", "FB:2", "CS:3"]), random.number(-5000...5000))
      ]
    }
    // A payment is never below nothing: the rest is carried forward.
    if remittance.cents < 0 { remittance.provider.append(("FB:9", remittance.cents)) }
    if random.isOne(in: 8) { remittance.payment = remittance.cents + random.pick([1, 100]) }
    if random.isOne(in: 4) { remittance.payer = random.pick([.supplement, .commercial]) }
    files += 1
    _ = try office.office.importBytes(
      SampleFiles.remittances([remittance], interchange: files), name: "\(files).835")
    return "paid \(claims.map { $0.control + " " + $0.status }), \(remittance.cents)"
  }

  /// An answer to something that was sent, an earlier answer again, or its reversal.
  private mutating func paid() -> PaidClaim? {
    if !answered.isEmpty, random.isOne(in: 3) {
      let earlier = random.pick(answered)
      return random.isOne(in: 2) ? earlier.reversed() : earlier
    }
    guard !sent.isEmpty else { return nil }
    let claim = random.pick(sent)
    var paid = PaidClaim(
      control: random.isOne(in: 12) ? "LOST\(traces)" : claim.control,
      status: random.pick(["1", "1", "1", "2", "4", "19"]), charge: claim.cents, paid: 0,
      payerNumber: "ICN\(claim.control)", last: claim.last, first: claim.first,
      member: claim.payer.member)
    for line in claim.lines {
      var rest = line.cents
      var cas: [String] = []
      let groups = ["CO*45", "CO*16", "CO*253", "PR*1", "PR*2", "OA*23", "CO*50", "CO*97"]
      for _ in 0..<random.number(0...2) where rest > 0 {
        let part = random.isOne(in: 3) ? rest : random.number(1...rest)
        cas.append("\(random.pick(groups))*\(SampleFiles.dollars(part))")
        rest -= part
      }
      paid.lines.append(
        PaidLine(
          code: line.code, charge: line.cents, paid: rest, cas: cas, number: line.number,
          day: line.day))
      paid.paid += rest
    }
    if random.isOne(in: 15) { paid.paid += 1 }
    if random.isOne(in: 10) { paid.frequency = "7" }
    answered.append(paid)
    return paid
  }

  /// Any open item, any decision that the page offers or that it does not.
  private mutating func decide() throws -> String {
    let open = try office.numbers("SELECT id FROM work_item WHERE is_closed = 0 ORDER BY id")
    guard !open.isEmpty else { return "nothing open" }
    let id = WorkItemID(random.pick(open))
    let detail = try office.office.item(id)
    let offered = detail.advice.options.filter { $0.permission == .allowed }
    let moving = offered.filter { !Self.quiet.contains($0.verb) }
    // Now and then what is not offered, as a shell may try it.
    let forbidden = detail.advice.options.filter { $0.permission != .allowed }
    let pool =
      random.isOne(in: 8) && !forbidden.isEmpty
      ? forbidden : random.isOne(in: 4) || moving.isEmpty ? offered : moving
    guard !pool.isEmpty else { return "nothing to decide" }
    let option = random.pick(pool)
    let verb = option.verb
    let decision = try entry(option, detail)
    do {
      try office.decide(id, decision)
      decided += 1
      return "\(verb) on \(detail.row.reference)"
    } catch let refusal as Refusal {
      return "\(verb) on \(detail.row.reference) refused: \(refusal.message)"
    }
  }

  /// What moves neither money nor claims.
  private static let quiet: Set<DecisionVerb> = [
    .note, .escalate, .deescalate, .assign, .followUp, .deferred, .calledPayer, .checkedPortal,
    .requestDocuments, .leaveInSuspense,
  ]

  private mutating func entry(
    _ option: DecisionOption, _ detail: ItemDetail
  ) throws -> DecisionEntry {
    var entry = option.filled(on: day)
    entry.fields[.note] = "by chance"
    if option.fields.contains(where: { $0.name == .followUp }), random.isOne(in: 2) {
      entry.fields[.followUp] = day.adding(days: Int(random.number(1...9))).description
    }
    switch option.verb {
    case .assign, .deferred: entry.fields[.to] = random.pick(["tlee", "mruiz", ""])
    case .writeOff, .transferPatient:
      let open = detail.item.balance
      if random.isOne(in: 2), open > Cents(1) {
        entry.fields[.amount] = Cents(random.number(1...open.rawValue)).plain
      }
      if option.verb == .writeOff { entry.fields[.reason] = "ERROR" }
    case .appealOutcome: entry.fields[.outcome] = random.pick(AppealOutcome.allCases).rawValue
    case .match:
      if random.isOne(in: 2) { entry.fields[.match] = "from-remittance" }
    default: break
    }
    return entry
  }

  private mutating func decideMany() throws -> String {
    let queue = random.pick(QueueName.allCases)
    let ids = try office.office.identities(PageRequest(queue: queue)).prefix(4)
    let decision = random.pick([
      DecisionEntry(.note, ["note": "all"]), DecisionEntry(.requestDocuments),
      DecisionEntry(.deferred, ["note": "all", "follow-up": (day.adding(days: 2)).description]),
      DecisionEntry(.writeOff, ["reason": "DUP"]), .resubmitted, DecisionEntry(.post),
    ])
    let outcome = try office.office.decideMany(Array(ids), decision)
    return "\(decision.verb) on \(outcome.items.count) of \(ids.count)"
  }

  /// Taken back and brought again at once, the office is the same.
  private mutating func takeBack(_ verb: DecisionVerb) throws -> String {
    let before = try OfficeState(office)
    do {
      let outcome = try verb == .undo ? office.office.undo() : office.office.redo()
      undone += 1
      if random.isOne(in: 2) {
        _ = try verb == .undo ? office.office.redo() : office.office.undo()
        try #require(OfficeState(office).differences(to: before) == [], "\(outcome.message)")
      }
      return outcome.message
    } catch let refusal as Refusal {
      return "\(verb) refused: \(refusal.message)"
    }
  }

  private mutating func nextDay() throws -> String {
    day = day.adding(days: Int(random.number(1...20)))
    office = try office.on(day.description, user: office.office.user.name)
    return "\(day): \(try office.office.rollDay()) moved"
  }

  private mutating func changeUser() throws -> String {
    let user = random.pick(["tlee", "mruiz", "boss"])
    office = try office.on(day.description, user: user, isSupervisor: user == "boss")
    return user
  }
}
