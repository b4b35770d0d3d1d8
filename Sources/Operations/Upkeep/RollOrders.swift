import Billing
import Database
import Store

/// What a new day does to the order side: months begin, holds come and go with dates, the calendar
/// brings work.
struct OrderDayRoll {
  let office: Office

  /// Patients in one transaction: others get their turn between.
  private static let step = 100

  /// Goes through all patients that were ever charged; gives how many.
  func run() throws -> Int {
    var last = PatientID(0)
    var count = 0
    while true {
      let patients = try office.database.write { connection in
        let patients = try Charges.patients(after: last, limit: Self.step, in: connection)
        for patient in patients { try roll(patient, in: connection) }
        return patients
      }
      count += patients.count
      guard let end = patients.last, patients.count == Self.step else { return count }
      last = end
    }
  }

  /// One patient's day; running it again changes nothing.
  private func roll(_ patient: PatientID, in connection: Connection) throws {
    let placer = Placer(rules: office.rules, today: office.today)
    let billing = RentalBilling(office: office, connection: connection)
    for rental in try Rentals.all(of: patient, in: connection) {
      _ = try billing.charges(of: rental)
    }
    try HoldKeeper(office: office, connection: connection).refreshAll(of: patient, placer: placer)
    try SpecialCalendar(office: office, connection: connection).renew(patient, placer: placer)
  }
}
