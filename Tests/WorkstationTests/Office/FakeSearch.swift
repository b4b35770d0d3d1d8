import Billing
import Desk

/// Searching the made-up office: its items, and one claim that is paid and needs no work.
extension FakeOffice {
  private static let paidNumber = "26463501"
  private static let paidPatient = "HOLDER, HAL"

  /// Whom the made-up work is about: names of items and of the paid claim, in order.
  private var people: [String] {
    Array(Set(items.map(\.patient) + [FakeOffice.paidPatient])).filter { !$0.isEmpty }.sorted()
  }

  func search(_ query: SearchQuery) throws -> SearchResults {
    let rows: [SearchRow]
    switch query {
    case .text(let text):
      let upper = text.uppercased()
      let named = people.filter { $0.hasPrefix(upper) }
      rows =
        named.map(personRow)
        + works.filter { row in
          row.reference.hasPrefix(upper) || row.memberID.hasPrefix(upper)
            || named.contains(row.patient)
        }
    case .patient(let id):
      guard let name = people.first(where: { number(of: $0) == id }) else {
        throw DeskRefusal("There is no such patient.")
      }
      rows = works.filter { $0.patient == name }
    }
    return SearchResults(query: query, rows: rows, isCut: false)
  }

  private func number(of name: String) -> PatientID {
    PatientID(Int64((people.firstIndex(of: name) ?? 0) + 1))
  }

  private func personRow(_ name: String) -> SearchRow {
    let own = works.filter { $0.patient == name }
    return SearchRow(
      subject: .patient(number(of: name)), reference: "1948-05-02", patient: name, payer: "",
      state: own.count == 1 ? "1 claim" : "\(own.count) claims", open: own.map(\.open).total())
  }

  private var works: [SearchRow] {
    let ofItems = items.map { item in
      SearchRow(
        subject: .work(item.workItem(today).subject), reference: item.reference,
        patient: item.patient, payer: item.payer, memberID: "1EG4TE5MK73",
        on: today.adding(days: -item.age), state: "\(item.queue.title), \(item.reasonCode)",
        open: item.balance, item: item.id, queue: item.queue)
    }
    guard !items.isEmpty else { return [] }
    return ofItems + [
      SearchRow(
        subject: .work(.claim(ClaimID(501))), reference: FakeOffice.paidNumber,
        patient: FakeOffice.paidPatient, payer: "Medicare DMAC C", memberID: "2HH4TE5MK01",
        on: Day(year: 2025, month: 12, day: 24),
        state: "paid, \(Cents(2_000)) with the patient", open: .zero)
    ]
  }

  func claimPage(_ id: ClaimID) throws -> ClaimPage {
    guard id == ClaimID(501), let served = Day(year: 2025, month: 12, day: 24),
      let item = items.first
    else { throw DeskRefusal("There is no claim \(id.rawValue).") }
    var paid = item
    paid.reference = FakeOffice.paidNumber
    paid.patient = FakeOffice.paidPatient
    paid.balance = Cents(110_000)
    paid.age = today - served
    guard var claim = detail(paid).claim else { throw DeskRefusal("There is no such claim.") }
    claim.memberID = "2HH4TE5MK01"
    claim.lines[0].balances = LineBalances(
      payer: .zero, patient: Cents(2_000), paid: Cents(80_000), adjusted: Cents(28_000))
    return ClaimPage(
      claim: claim, state: "paid, \(Cents(2_000)) with the patient", open: .zero, item: nil,
      submissions: [], adjudications: [],
      timeline: [
        TimelineEntry(
          on: served.adding(days: 20), kind: .posted, user: "",
          title: "Remittance 0012345678: paid",
          detail: "CO-45", amount: Cents(80_000))
      ], nextPayer: nil, filingProof: nil, contacts: contacts(paid))
  }

  /// Whom to ask about a made-up claim.
  func contacts(_ item: FakeItem) -> Contacts {
    let names = item.patient.split(separator: ",").map(String.init)
    return Contacts(
      patient: Patient(
        id: PatientID(1), lastName: names.first ?? "", firstName: names.last?.trimmingSpaces ?? "",
        birthDate: Day(year: 1948, month: 5, day: 2), sex: "F", phone: "555-555-0103"),
      prescriber: Prescriber(
        npi: "1234567893", lastName: "SCRIPT", firstName: "SAM", phone: "555-555-0101",
        fax: "555-555-0102", isEnrolled: true))
  }
}
