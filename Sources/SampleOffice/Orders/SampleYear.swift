package import Billing

/// A made-up supplier that begins with delivered orders: a year of them, day by day, and payers that
/// answer whatever the office sends.
///
/// The same seed gives the same orders, and the same claims the same answers. Nobody and nothing in
/// it exists.
package struct SampleYear: Sendable {
  package let seed: UInt64
  package let patients: Int
  package let firstDay: Day
  package let days: Int
  private var orders: Agenda<SampleOrder>
  private var house: PayerHouse
  private var names = FileNames()

  /// A year of so many patients that begins on a day.
  package init(seed: UInt64, patients: Int, firstDay: Day, days: Int = 365) {
    self.seed = seed
    self.patients = max(1, patients)
    self.firstDay = firstDay
    self.days = max(1, days)
    let lastDay = firstDay.adding(days: self.days)
    orders = Agenda(from: firstDay, through: lastDay)
    house = PayerHouse(seed: seed, firstDay: firstDay, lastDay: lastDay)
    let schedule = OrderSchedule(seed: seed, firstDay: firstDay, days: self.days)
    for number in 0..<self.patients { schedule.plan(patient: number, into: &orders) }
  }

  /// The last day of the year.
  package var lastDay: Day { firstDay.adding(days: days - 1) }

  /// What reaches the office on a day: delivered orders, and answers of payers.
  package mutating func files(on day: Day) -> [SampleFile] {
    var files = house.files(on: day)
    var arrived = orders.take(day)
    // An order that comes twice on one day stands in the file once.
    var known: Set<String> = []
    arrived.removeAll { !known.insert($0.number).inserted }
    if !arrived.isEmpty {
      files.append(
        SampleFile(
          name: day.description + "-orders-0001.csv", bytes: SampleOrder.file(arrived)))
    }
    return files
  }

  /// Gives a file of the office's outbox to those who answer it: claims (837P) or questions (270).
  package mutating func receive(_ file: [UInt8], on day: Day) { house.receive(file, on: day) }

  /// Whether offices and payers work on a day.
  package static func isWorkday(_ day: Day) -> Bool { day.isWorkday }

  /// The headings of its files of orders.
  package static var orderHeadings: [String] { SampleOrder.headings }

  /// The office itself, as the rules of such an office name it.
  package static let supplier = Billing.Supplier(
    name: Supplier.name, npi: Supplier.npi(0), taxID: Supplier.taxID, taxonomy: "332B00000X",
    address: PostalAddress(
      street: "100 SPECIMEN ST", city: "SAMPLETON", state: "OH", zip: "430990001"),
    contactName: "BILLING OFFICE", phone: "5555550100", submitterID: "S08990001",
    clearinghouses: [
      Billing.Clearinghouse(
        name: Clearinghouse.medicare.name, receiverID: Clearinghouse.medicare.identifier,
        families: [.medicareDME]),
      Billing.Clearinghouse(
        name: Clearinghouse.commercial.name, receiverID: Clearinghouse.commercial.identifier),
    ])
}
