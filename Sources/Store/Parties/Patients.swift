package import Billing
package import Database

/// Patients, found again by name and birth day.
package enum Patients {
  private static let byIdentity = Statement("SELECT id FROM patient WHERE identity = ?1")
  private static let insertion = Statement(
    """
    INSERT INTO patient (last_name, first_name, birth_day, sex, identity)
    VALUES (?1, ?2, ?3, ?4, ?5)
    """)
  private static let coverageInsertion = Statement(
    """
    INSERT INTO coverage (patient_id, payer_id, member_id, sequence) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT DO NOTHING
    """)

  /// The patient a file names, added where new.
  ///
  /// Without a birth day (remittances give none) the member id keeps namesakes apart.
  package static func findOrInsert(
    _ person: Identity, in connection: Connection
  ) throws -> PatientID {
    let identity =
      [person.lastName.uppercased(), person.firstName.uppercased()].joined(separator: "|")
      + "|" + (person.birthDate?.description ?? "member " + person.memberID)
    if let known = try connection.first(byIdentity, [.text(identity)], { PatientID($0.int(0)) }) {
      return known
    }
    return PatientID(
      try connection.insert(
        insertion, .text(person.lastName), .text(person.firstName), SQLValue(person.birthDate),
        .text(person.sex), .text(identity)))
  }

  package static func addCoverage(
    of patient: PatientID, payer: PayerID, memberID: String, sequence: PayerSequence,
    in connection: Connection
  ) throws {
    try connection.run(
      coverageInsertion, SQLValue(patient), SQLValue(payer), .text(memberID),
      .text(sequence.rawValue))
  }

  private static let contactUpdate = Statement(
    """
    UPDATE patient SET street = ?2, street2 = ?3, city = ?4, state = ?5, zip = ?6, phone = ?7,
      sex = CASE WHEN sex = '' THEN ?8 ELSE sex END
    WHERE id = ?1
    """)

  /// Keeps where a patient lives, as an order gives it.
  package static func setContact(
    of patient: PatientID, address: PostalAddress, phone: String, sex: String,
    in connection: Connection
  ) throws {
    try connection.run(
      contactUpdate, SQLValue(patient), .text(address.street), .text(address.street2),
      .text(address.city), .text(address.state), .text(address.zip), .text(phone), .text(sex))
  }

  /// Keeps the sex of a patient as it was put right.
  package static func correct(
    _ patient: PatientID, sex: String, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE patient SET sex = ?2 WHERE id = ?1", [SQLValue(patient), .text(sex)])
  }

  /// A patient whose coverage by a payer has this member number, and whose name fits.
  ///
  /// Claims often name a patient without the birth day that an order has, and the other way round.
  package static func find(
    _ person: Identity, payer: PayerID, in connection: Connection
  ) throws -> PatientID? {
    try connection.first(
      """
      SELECT patient.id FROM coverage JOIN patient ON patient.id = coverage.patient_id
      WHERE coverage.payer_id = ?1 AND coverage.member_id = ?2
        AND upper(patient.last_name) = ?3 AND upper(patient.first_name) = ?4
      ORDER BY patient.id LIMIT 1
      """,
      [
        SQLValue(payer), .text(person.memberID), .text(person.lastName.uppercased()),
        .text(person.firstName.uppercased()),
      ]
    ) { PatientID($0.int(0)) }
  }

  /// What ``patient(from:at:)`` reads, in its order.
  static let columns = """
    patient.id, patient.last_name, patient.first_name, patient.birth_day, patient.sex,
    patient.street, patient.street2, patient.city, patient.state, patient.zip, patient.phone
    """

  static func patient(from row: borrowing Row, at column: Int) -> Patient {
    Patient(
      id: PatientID(row.int(column)), lastName: row.text(column + 1),
      firstName: row.text(column + 2), birthDate: row.dayOrNil(column + 3),
      sex: row.text(column + 4),
      address: PostalAddress(
        street: row.text(column + 5), street2: row.text(column + 6), city: row.text(column + 7),
        state: row.text(column + 8), zip: row.text(column + 9)), phone: row.text(column + 10))
  }

  package static func find(_ id: PatientID, in connection: Connection) throws -> Patient? {
    try connection.first("SELECT \(columns) FROM patient WHERE id = ?1", [SQLValue(id)]) {
      patient(from: $0, at: 0)
    }
  }
}
