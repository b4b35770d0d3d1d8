import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Searching everything that is kept")
struct SearchTests {
  /// `A1001` paid with 120.00 left to the patient, `A1002` denied, `B1` of a second payer unanswered.
  private func office() throws -> TestOffice {
    let test = try TestOffice(isSupervisor: true)
    var other = SampleClaim.mask("B1")
    other.payer = .commercial
    other.last = "POE"
    other.first = "EDGAR"
    try test.take(SampleFiles.claims([.machine(), .mask(), other]))
    try test.take(SampleFiles.remittance([.machine(), .mask()]))
    return test
  }

  private func found(_ test: TestOffice, _ text: String) throws -> [SearchRow] {
    try test.office.search(.text(text)).rows
  }

  @Test("numbers of claims, payers and members, names and traces lead to what has them")
  func everything() throws {
    let test = try office()
    let trace = try #require(try test.office.remittances(offset: 0, limit: 1).rows.first)
      .traceNumber
    let cases: [(text: String, hits: [String])] = [
      ("A1001", ["A1001"]), ("a1001", ["A1001"]), ("A100", ["A1001", "A1002"]),
      ("26005000100001", ["A1001"]), ("26005000100002", ["A1002"]),
      ("1EG4TE5MK73", ["1948-02-14", "A1001"]), ("1eg4te5mk74", ["1948-02-14", "A1002"]),
      ("COM123456", ["1948-02-14", "B1"]), ("DOE", ["1948-02-14", "A1001"]),
      ("doe, ja", ["1948-02-14", "A1001"]), ("Jane Doe", ["1948-02-14", "A1001"]),
      ("po", ["1948-02-14", "B1"]), (trace, [trace]), ("", []), ("nobody", []), ("%", []),
      ("_", []),
      ("'; DROP TABLE claim;--", []),
    ]
    for (text, hits) in cases {
      #expect(try found(test, text).map(\.reference).sorted() == hits.sorted(), "\(text)")
    }
  }

  @Test("a row tells the truth about what is open and where it stands")
  func truth() throws {
    let test = try office()
    let paid = try #require(try found(test, "A1001").first)
    #expect(paid.state == "paid, $120.00 with the patient")
    #expect(paid.open == .zero)
    #expect(paid.item == nil)
    #expect(paid.memberID == "1EG4TE5MK73")
    #expect(paid.payer == "SAMPLE MEDICARE DME")
    #expect(paid.on == Day("2025-12-20"))
    let denied = try #require(try found(test, "A1002").first)
    #expect(denied.state.hasPrefix("Denials, CO-16"), "\(denied.state)")
    #expect(denied.open == Cents(18_000))
    #expect(denied.item == (try test.itemID("A1002")))
    #expect(denied.queue == .denials)
    let waiting = try #require(try found(test, "B1").first)
    #expect(waiting.state == "A/R follow-up (waiting), no answer")
    #expect(waiting.open == Cents(18_000))
    try test.decide("A1002", DecisionEntry(.writeOff, ["note": "gone", "reason": "SMALL"]))
    let given = try #require(try found(test, "A1002").first)
    #expect(given.state == "closed")
    #expect(given.open == .zero)
    #expect(given.item == nil)
  }

  @Test("a patient is found with all of theirs, whatever its state")
  func patients() throws {
    let test = try office()
    var again = SampleClaim.machine("A2001")
    again.lines[0].day = "20260102"
    again.lines[1].day = "20260102"
    try test.take(SampleFiles.claims([again], date: "20260110", interchange: 102, group: 102))
    let patient = try #require(try found(test, "DOE").first)
    #expect(patient.patient == "DOE, JANE")
    #expect(patient.state == "2 claims")
    #expect(patient.open == Cents(38_000))
    guard case .patient(let id) = patient.subject else {
      Issue.record("\(patient.subject) is no patient")
      return
    }
    let all = try test.office.search(.patient(id)).rows
    #expect(all.map(\.reference) == ["A2001", "A1001"])
    #expect(throws: Refusal.self) { try test.office.search(.patient(PatientID(999))) }
  }

  @Test("an order is found by its number, its patient and the member's number, before any claim")
  func orders() throws {
    let test = try TestOffice()
    try test.take(orders: [.device(), .mask()])
    let order = try #require(try found(test, "SO-1").first)
    #expect(order.subject == .work(.order(try test.office.order(numbered: "SO-1"))))
    #expect(order.item == (try test.itemID("SO-1", kind: "order")))
    #expect(order.state.hasPrefix("Order confirmation"))
    #expect(!order.memberID.isEmpty)
    let byMember = try found(test, order.memberID)
    #expect(byMember.contains { $0.reference == "SO-1" })
    let name = String(order.patient.prefix(5))
    #expect(try found(test, name).contains { $0.reference == "SO-1" })
    try test.decide("SO-1", kind: "order", DecisionEntry(.confirm))
    let confirmed = try #require(try found(test, "SO-1").first)
    #expect(confirmed.state == "order, confirmed")
    #expect(confirmed.item == nil)
    // Its charge is work of its own.
    #expect(try found(test, "SO-1").contains { $0.queue == .transmission || $0.queue == .holds })
  }

  @Test("an order is found in small letters and in capitals, here and in the list of orders")
  func ordersInAnyLetters() throws {
    let test = try TestOffice()
    try test.take(orders: [.device("So-17b"), .device("SO-18")])
    for text in ["So-17b", "so-17b", "SO-17B", "so-17"] {
      #expect(try found(test, text).map(\.reference) == ["So-17b"], "\(text)")
      let listed = try test.office.orders(OrderQuery(text: text))
      #expect(listed.rows.map(\.number) == ["So-17b"], "\(text)")
      #expect(listed.count == 1)
    }
    #expect(try test.office.orders(OrderQuery(text: "so-1")).count == 2)
  }

  @Test("a payment that waits in Cash posting is found by its patient and number, known or not")
  func staged() throws {
    let test = try office()
    var unknown = PaidClaim.mask("ZZ9")
    unknown.last = "NOWHERE"
    unknown.first = "NELL"
    unknown.member = "NN1"
    try test.take(SampleFiles.remittance([unknown], trace: "STAGED"))
    func staged(_ text: String) throws -> [String] {
      try found(test, text).filter { $0.queue == .cashPosting }.map(\.reference).sorted()
    }
    #expect(try staged("ZZ9") == ["ZZ9"])
    #expect(try staged("zz9") == ["ZZ9"])
    #expect(try staged("nowhere, n") == ["ZZ9"])
    #expect(try staged("Nell Nowhere") == ["ZZ9"])
    #expect(try staged("doe") == [])
  }

  @Test("a claim without work is shown to be read, with everything that happened to it")
  func page() throws {
    let test = try office()
    let id = try #require(try test.office.claims(numbered: "A1001").first)
    let page = try test.office.claimPage(id)
    #expect(page.detail.claim.controlNumber == "A1001")
    #expect(page.state == "paid, $120.00 with the patient")
    #expect(page.open == .zero)
    #expect(page.item == nil)
    #expect(page.detail.adjudications.map(\.paid) == [Cents(7840)])
    #expect(page.timeline.count == 2)
    #expect(page.contacts.patient?.birthDate == Day("1948-02-14"))
    #expect(throws: Refusal.self) { try test.office.claimPage(ClaimID(999)) }
  }

  @Test("an item that is closed tells what is open of its claim now, not what it was there for")
  func closedItem() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine()]))
    let id = try test.itemID("A1001")
    #expect(try test.office.item(id).item.balance == Cents(38_000))
    try test.take(SampleFiles.remittance([.machine()]))
    let closed = try test.office.item(id)
    #expect(closed.item.balance == .zero)
    #expect(closed.item.expected == .zero)
    #expect(closed.item.reason == "Paid, $120.00 with the patient; no work is left.")
    #expect(closed.item.reasonCode.isEmpty)
    #expect(closed.item.safe == nil)
    #expect(closed.row.explanation == "no work is left")
  }

  @Test("whom to call stands with the work: birth date, telephone and fax where they are on file")
  func contacts() throws {
    let test = try TestOffice()
    try test.take(orders: [.device()])
    let order = try test.item("SO-1", kind: "order")
    #expect(order.contacts.patient?.listName == "DOE, JANE")
    #expect(order.contacts.patient?.birthDate == Day("1948-02-14"))
    #expect(order.contacts.patient?.phone == "555-555-0199")
    let prescriber = try #require(order.contacts.prescriber)
    #expect(!prescriber.listName.isEmpty)
    try test.decide("SO-1", kind: "order", DecisionEntry(.confirm))
    let charge = try #require(
      try found(test, "SO-1").first { $0.queue == .transmission || $0.queue == .holds }?.item)
    #expect(try test.office.item(charge).contacts.prescriber == prescriber)
  }
}

@Suite("Money to lose and money to chase")
struct MoneyAtStakeTests {
  /// Six claims for 180.00 each: three of a year ago less a few days, three of last December; of each
  /// three one is denied, one is accepted and unanswered, one is sent and unanswered.
  private func office() throws -> TestOffice {
    let test = try TestOffice(today: "2026-01-20", isSupervisor: true)
    let old = ["O1", "O2", "O3"]
    let new = ["N1", "N2", "N3"]
    let claims = (old + new).map { number in
      var claim = SampleClaim.mask(number)
      // One calendar year from service (42 CFR 424.44) ends on February 5, or far away.
      claim.lines[0].day = number.hasPrefix("O") ? "20250205" : "20251201"
      return claim
    }
    try test.take(SampleFiles.claims(claims, date: "20251202"))
    try test.take(
      SampleFiles.remittance(
        ["O1", "N1"].map { number in
          var claim = PaidClaim.mask(number)
          claim.lines[0].day = number == "O1" ? "20250205" : "20251201"
          return claim
        }))
    try test.database.write {
      try $0.run(
        """
        UPDATE submission SET answer = 'accepted', answer_day = sent_day + 1
        WHERE control_number IN ('O2', 'N2')
        """)
    }
    return test
  }

  @Test("a limit that runs out within 30 days is to be lost; what was accepted before it is chased")
  func stakes() throws {
    let test = try office()
    let overview = try test.office.overview()
    let denials = try #require(overview.queues.first { $0.queue == .denials })
    let followUp = try #require(overview.queues.first { $0.queue == .followUp })
    // The denial of the old claim may be sent anew until its limit; that of the new one much longer.
    #expect(denials.open == 2)
    #expect(denials.toLose == Cents(18_000))
    #expect(denials.toChase == Cents(18_000))
    // Of the unanswered ones only those that are due for a call are open.
    #expect(followUp.toLose + followUp.toChase == followUp.expected)
    #expect(followUp.toLose == Cents(followUp.open >= 1 ? 18_000 : 0))
    for queue in [QueueName.denials, .followUp] {
      let page = try test.office.page(PageRequest(queue: queue))
      let summary = try #require(overview.queues.first { $0.queue == queue })
      #expect(page.toLose == summary.toLose)
      #expect(page.toChase == summary.toChase)
    }
  }

  @Test("a pinned item counts by its own days, and a filter narrows the sums")
  func pinnedAndFiltered() throws {
    let test = try office()
    try test.decide("N1", DecisionEntry(.pin))
    #expect(try test.office.page(PageRequest(queue: .denials)).toLose == Cents(18_000))
    try test.decide("O1", DecisionEntry(.pin))
    #expect(try test.office.page(PageRequest(queue: .denials)).toLose == Cents(18_000))
    let old = WorkFilter.field(.claim, .has, [.text("O1")])
    let new = WorkFilter.field(.claim, .has, [.text("N1")])
    #expect(try test.office.page(PageRequest(queue: .denials, filter: old)).toLose == Cents(18_000))
    #expect(try test.office.page(PageRequest(queue: .denials, filter: old)).toChase == .zero)
    #expect(try test.office.page(PageRequest(queue: .denials, filter: new)).toLose == .zero)
    #expect(
      try test.office.page(PageRequest(queue: .denials, filter: new)).toChase == Cents(18_000))
    let waiting = try test.office.page(PageRequest(queue: .denials, lane: .waiting))
    #expect(waiting.toLose == .zero && waiting.toChase == .zero)
  }
}
