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
    _ person: NamedPerson, memberID: String, in connection: Connection
  ) throws -> PatientID {
    let identity =
      [person.lastName.uppercased(), person.firstName.uppercased()].joined(separator: "|")
      + "|" + (person.birthDate?.description ?? "member " + memberID)
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
}
