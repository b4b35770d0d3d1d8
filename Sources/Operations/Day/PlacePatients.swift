import Billing
import Database
import Store

extension Office {
  /// Puts the money of patients into its queue in an office that was made before there was one; at
  /// once where that was done.
  ///
  /// - Throws: Any failure of the database.
  func placePatientsOnce() throws {
    let isDone = try database.read { try Settings.value(Self.patientsPlaced, in: $0) != nil }
    if isDone { return }
    let patients = try database.read { try PatientDebts.patients(in: $0) }
    var start = 0
    while start < patients.count {
      let some = patients[start..<min(start + 500, patients.count)]
      try database.write { connection in
        let placer = Placer(rules: rules, today: today)
        for patient in some {
          try placer.place(.patient(patient), onlyIfMoved: true, in: connection)
        }
      }
      start += 500
    }
    try database.write { try Settings.set(Self.patientsPlaced, to: "yes", in: $0) }
  }

  private static let patientsPlaced = "patients are placed"
}
