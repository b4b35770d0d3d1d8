import Billing

/// One row of a made-up file of orders: the columns that it says something in.
struct SampleOrder {
  var cells: [String: String]

  init(_ cells: [String: String]) { self.cells = cells }

  /// The same row with other cells.
  func with(_ other: [String: String]) -> SampleOrder {
    SampleOrder(cells.merging(other) { $1 })
  }

  /// An airway pressure device, rented and delivered on 12 January 2026, with all its papers.
  static func device(_ number: String = "SO-1", _ other: [String: String] = [:]) -> SampleOrder {
    SampleOrder(
      patient.merging([
        "order_number": number, "hcpcs": "E0601", "kind": "rental", "modifiers": "RR KX",
        "delivered_quantity": "1", "serial_number": "SN-" + number, "unit_charge": "120.00",
        "sleep_study_date": "2025-12-01", "face_to_face_date": "2025-11-20",
      ]) { $1 }
    ).with(other)
  }

  /// Mask and cushions for 90 days, shipped with the device's order or after it.
  static func mask(_ number: String = "SO-2", _ other: [String: String] = [:]) -> SampleOrder {
    SampleOrder(
      patient.merging([
        "order_number": number, "hcpcs": "A7030", "kind": "supply", "modifiers": "NU KX",
        "delivered_quantity": "1", "days_supplied": "90", "unit_charge": "180.00",
      ]) { $1 }
    ).with(other)
  }

  /// A pair of shoes.
  static func shoes(_ number: String = "SO-3", _ other: [String: String] = [:]) -> SampleOrder {
    SampleOrder(
      patient.merging([
        "order_number": number, "hcpcs": "A5500", "kind": "purchase", "modifiers": "KX",
        "delivered_quantity": "2", "unit_charge": "75.00", "diagnoses": "E11.9",
      ]) { $1 }
    ).with(other)
  }

  /// The patient of the made-up claims, with everything that is the same in every order.
  private static let patient = [
    "patient_last_name": "DOE", "patient_first_name": "JANE", "patient_birth_date": "1948-02-14",
    "patient_sex": "F", "patient_address": "12 Elm Street", "patient_city": "Salem",
    "patient_state": "OR", "patient_zip": "97302", "patient_phone": "555-555-0199",
    "primary_payer": SamplePayer.medicare.name,
    "primary_payer_id": SamplePayer.medicare.identifier, "primary_filing_indicator": "MB",
    "primary_member_id": SamplePayer.medicare.member, "prescriber_npi": "1000000004",
    "prescriber_last_name": "ALDER", "prescriber_first_name": "SAM", "prescriber_enrolled": "yes",
    "diagnoses": "G47.33", "ordered": "2026-01-05", "delivered": "2026-01-12",
    "swo_date": "2026-01-05", "swo_signed": "2026-01-06", "swo_signer": "SAM ALDER",
    "pod_date": "2026-01-12", "pod_signer": "JANE DOE",
  ]

  /// Another patient: a name and a member number of her own.
  static func patient(_ number: Int) -> [String: String] {
    let letters = Array("CDEFGHJKMNPQRTUVWXY")
    let digits = String(String(100 + number % 100).dropFirst())
    let letter = letters[number / 100 % letters.count]
    return [
      "patient_last_name": "MADEUP" + String(repeating: String(letter), count: number % 100 / 10)
        + String(letters[number % 10]),
      "patient_first_name": "ANN \(letter)",
      // Letters and digits where a Medicare number has them.
      "primary_member_id": "1EG4TE5M" + String(letter) + digits,
    ]
  }

  /// The supplement of the made-up claims, after Medicare.
  static let supplement = [
    "secondary_payer": SamplePayer.supplement.name,
    "secondary_payer_id": SamplePayer.supplement.identifier, "secondary_filing_indicator": "CI",
    "secondary_member_id": SamplePayer.supplement.member,
  ]

  /// A file of rows, with a column for whatever any of them says.
  static func file(_ rows: [SampleOrder]) -> [UInt8] {
    let columns = Set(rows.flatMap { $0.cells.keys }).sorted()
    let lines = [columns] + rows.map { row in columns.map { row.cells[$0] ?? "" } }
    return Array(lines.map { $0.joined(separator: ",") + "\r\n" }.joined().utf8)
  }
}

extension Supplier {
  /// The billing office of the made-up claims.
  static let harbor = Supplier(
    name: "HARBOR HOME MEDICAL", npi: "1234567893", taxID: "999999999", taxonomy: "332B00000X",
    address: PostalAddress(
      street: "100 Pier Road", city: "Salem", state: "OR", zip: "973010001"),
    contactName: "BILLING DESK", phone: "5555550100", submitterID: "SUB0001",
    clearinghouses: [
      Clearinghouse(name: "SAMPLE CLEARINGHOUSE", receiverID: "CLR0001"),
      Clearinghouse(
        name: "SAMPLE COMMON ELECTRONIC EXCHANGE", receiverID: "CEX0001",
        families: [.medicareDME]),
    ])

  /// The supplier of the screens: Medicare's claims go to CEDI, all others to one clearinghouse.
  static let riverside = Supplier(
    name: "RIVERSIDE SAMPLE SUPPLY", npi: "1234567893", taxID: "999999999",
    taxonomy: "332B00000X",
    address: PostalAddress(
      street: "1 River Road", city: "Sampleton", state: "TN", zip: "370010000"),
    contactName: "BILLING DESK", phone: "5555550100", submitterID: "SUB0001",
    clearinghouses: [
      Clearinghouse(name: "Sample Clearinghouse", receiverID: "CLR0001"),
      Clearinghouse(name: "CEDI", receiverID: "CEDI0001", families: [.medicareDME]),
    ])
}
