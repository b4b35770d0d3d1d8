import Billing
import Database
import Store

/// What a new day does before a claim exists: months begin, holds come and go with dates, the calendar
/// brings work.
struct OrderDayRoll {
  let office: Office

  /// Patients in one transaction: others get their turn between.
  private static let step = 100

  /// Goes through all patients whom it may concern; gives how many charges the day made.
  func run() throws -> Int {
    var last = PatientID(0)
    var made = 0
    while true {
      let patients = try office.database.write { connection in
        let patients = try Charges.patients(after: last, limit: Self.step, in: connection)
        for patient in patients { made += try roll(patient, in: connection) }
        return patients
      }
      guard let end = patients.last, patients.count == Self.step else { return made }
      last = end
    }
  }

  /// One patient's day; running it again changes nothing.
  private func roll(_ patient: PatientID, in connection: Connection) throws -> Int {
    let placer = Placer(rules: office.rules, today: office.today)
    let billing = RentalBilling(office: office, connection: connection)
    var made = 0
    for rental in try Rentals.all(of: patient, in: connection) {
      made += try billing.charges(of: rental).count
    }
    try HoldKeeper(office: office, connection: connection).refreshAll(of: patient, placer: placer)
    try SpecialCalendar(office: office, connection: connection).renew(patient, placer: placer)
    return made
  }
}
