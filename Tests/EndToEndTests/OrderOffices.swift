import Foundation

/// An office of its own with a supplier, and files of made-up orders for it.
struct OrderOffice {
  let docket: Docket
  let database: String

  init() throws {
    docket = try Docket()
    database = docket.home.path + "/office.docket"
    _ = try docket.home.file("office.rules.toml", Self.rules)
  }

  /// Runs a verb on the office.
  func run(_ arguments: String...) async throws -> Docket.Outcome {
    try await docket.run(arguments + ["--office", database, "--today", Docket.today])
  }

  /// Runs a verb that must end well, and reads its JSON.
  func json(_ arguments: String...) async throws -> [String: Any] {
    let outcome = try await docket.run(
      arguments + ["--office", database, "--today", Docket.today, "--json"])
    guard outcome.status == 0 else { throw Failed(what: "\(arguments): \(outcome.complaint)") }
    return try outcome.object()
  }

  struct Failed: Error {
    var what: String
  }

  /// Imports orders that are right, each a row.
  func take(_ rows: [[String: String]]) async throws {
    _ = try await json("order", "import", try file("orders.csv", rows))
  }

  func file(_ name: String, _ rows: [[String: String]]) throws -> String {
    let columns = Set(rows.flatMap(\.keys)).sorted()
    let lines = [columns] + rows.map { row in columns.map { row[$0] ?? "" } }
    return try docket.home.file(
      name, lines.map { $0.joined(separator: ",") + "\r\n" }.joined())
  }

  /// The first item of a list in a JSON answer.
  static func first(_ answer: [String: Any], _ key: String) -> [String: Any]? {
    (answer[key] as? [[String: Any]])?.first
  }

  // MARK: Made-up orders

  /// Supplies for a commercial plan with all their papers.
  static func supplies(_ number: String, _ other: [String: String] = [:]) -> [String: String] {
    person.merging([
      "order_number": number, "hcpcs": "A7030", "kind": "supply", "modifiers": "NU KX",
      "delivered_quantity": "1", "days_supplied": "90", "unit_charge": "180.00",
      "primary_payer": "SAMPLE COMMERCIAL PLAN", "primary_payer_id": "66666",
      "primary_filing_indicator": "CI", "primary_member_id": "COM123456",
    ]) { $1 }.merging(other) { $1 }
  }

  /// A device that is rented, for Medicare, with all its papers; two months are due.
  static func device(_ number: String, _ other: [String: String] = [:]) -> [String: String] {
    person.merging([
      "order_number": number, "hcpcs": "E0601", "kind": "rental", "modifiers": "RR KX",
      "delivered_quantity": "1", "serial_number": "SN-" + number, "unit_charge": "120.00",
      "sleep_study_date": "2025-12-01", "face_to_face_date": "2025-11-20",
      "primary_payer": "SAMPLE MEDICARE DME", "primary_payer_id": "19003",
      "primary_filing_indicator": "MB", "primary_member_id": "1EG4TE5MK73",
    ]) { $1 }.merging(other) { $1 }
  }

  private static let person = [
    "patient_last_name": "DOE", "patient_first_name": "JANE", "patient_birth_date": "1948-02-14",
    "patient_sex": "F", "patient_address": "12 Elm Street", "patient_city": "Salem",
    "patient_state": "OR", "patient_zip": "97302", "prescriber_npi": "1000000004",
    "prescriber_last_name": "ALDER", "prescriber_first_name": "SAM", "prescriber_enrolled": "yes",
    "diagnoses": "G47.33", "ordered": "2026-01-05", "delivered": "2026-01-12",
    "swo_date": "2026-01-05", "swo_signed": "2026-01-06", "swo_signer": "SAM ALDER",
    "pod_date": "2026-01-12", "pod_signer": "JANE DOE",
  ]

  private static let rules = """
    [supplier]
    name = "HARBOR HOME MEDICAL"
    npi = "1234567893"
    tax-id = "99-9999999"
    taxonomy = "332B00000X"
    street = "100 PIER ROAD"
    city = "SALEM"
    state = "OR"
    zip = "97301-0001"
    contact = "BILLING DESK"
    phone = "555-555-0100"
    submitter-id = "SUB0001"

    [[clearinghouse]]
    name = "SAMPLE CLEARINGHOUSE"
    receiver-id = "CLR0001"
    """
}
