package import Billing
package import Database

/// Practitioners who order, found again by number and name.
package enum Prescribers {
  private static let saving = Statement(
    """
    INSERT INTO prescriber (identity, npi, last_name, first_name, phone, fax, is_enrolled)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    ON CONFLICT (identity) DO UPDATE SET phone = excluded.phone, fax = excluded.fax,
      is_enrolled = coalesce(excluded.is_enrolled, prescriber.is_enrolled)
    RETURNING id
    """)

  /// The key of a prescriber, added where new; what is newly known of one is kept.
  package static func save(
    _ prescriber: Prescriber, in connection: Connection
  ) throws -> Int64 {
    let name = prescriber.lastName.uppercased() + "|" + prescriber.firstName.uppercased()
    return try connection.save(
      saving, .text(prescriber.npi + "|" + name), .text(prescriber.npi),
      .text(prescriber.lastName), .text(prescriber.firstName), .text(prescriber.phone),
      .text(prescriber.fax), prescriber.isEnrolled.map { SQLValue($0) } ?? .null)
  }

  /// What ``prescriber(from:at:)`` reads, in its order.
  static let columns = """
    prescriber.npi, prescriber.last_name, prescriber.first_name, prescriber.phone,
    prescriber.fax, prescriber.is_enrolled, prescriber.id
    """

  /// A prescriber of a LEFT JOIN, nil where there is none.
  static func prescriber(
    from row: borrowing Row, at column: Int
  ) throws(DatabaseFailure) -> Prescriber? {
    guard let npi = row.textOrNil(column) else { return nil }
    return Prescriber(
      npi: npi, lastName: row.text(column + 1), firstName: row.text(column + 2),
      phone: row.text(column + 3), fax: row.text(column + 4),
      isEnrolled: try row.wordOrNil(
        column + 5, Words.prescriberEnrolled, key: .column(column + 6)))
  }
}
