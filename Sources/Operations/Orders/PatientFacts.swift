import Billing
import Database
import Store

/// Runs whatever depends on a patient's facts after one of them changed.
struct PatientFacts {
  let office: Office
  let connection: Connection

  /// Renews holds and special work; gives the subjects whose placement may change.
  func changed(_ patient: PatientID) throws -> [WorkSubject] {
    let placer = Placer(rules: office.rules, today: office.today)
    let charges = try Charges.unbilled(of: patient, in: connection)
    let keeper = HoldKeeper(office: office, connection: connection)
    for charge in charges { try keeper.refresh(charge) }
    try SpecialCalendar(office: office, connection: connection).renew(patient, placer: placer)
    // Special work was placed where it was renewed; orders beyond confirmation have no place.
    return charges.map { .charge($0) }
      + (try Orders.inConfirmation(of: patient, in: connection)).map { .order($0) }
  }
}
