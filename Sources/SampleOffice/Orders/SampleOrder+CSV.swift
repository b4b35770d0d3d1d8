import Billing
import X12

extension SampleOrder {
  /// The documented headings of a file of delivered orders that the sample office fills.
  static let headings = [
    "order_number", "account_number", "patient_last_name", "patient_first_name",
    "patient_birth_date", "patient_sex", "patient_address", "patient_city", "patient_state",
    "patient_zip", "patient_phone", "primary_payer", "primary_payer_id", "primary_payer_state",
    "primary_filing_indicator", "primary_member_id", "primary_from", "primary_through",
    "primary_relationship", "primary_subscriber_last_name", "primary_subscriber_first_name",
    "primary_subscriber_birth_date", "primary_subscriber_sex", "secondary_payer",
    "secondary_payer_id", "secondary_payer_state", "secondary_filing_indicator",
    "secondary_member_id", "prescriber_npi", "prescriber_last_name", "prescriber_first_name",
    "prescriber_enrolled", "diagnoses", "ordered", "delivered", "shipped", "method", "tracking",
    "place_of_service", "swo_date", "swo_signed", "swo_signer", "pod_date", "pod_signer",
    "face_to_face_date", "sleep_study_date", "stay_kind", "stay_from", "stay_through",
    "line_number", "kind", "hcpcs", "modifiers", "description", "prescribed_quantity",
    "delivered_quantity", "serial_number", "days_supplied", "unit_charge", "first_rental_month",
    "authorization_number", "authorization_from", "authorization_through", "authorization_units",
    "narrative",
  ]

  /// A file of orders, one row for each item.
  static func file(_ orders: [SampleOrder]) -> [UInt8] {
    var text = headings.joined(separator: ",") + "\r\n"
    for order in orders {
      for index in order.lines.indices {
        let cells = order.cells(index)
        text += headings.map { quoted(cells[$0] ?? "") }.joined(separator: ",") + "\r\n"
      }
    }
    return Array(text.utf8)
  }

  private func cells(_ index: Int) -> [String: String] {
    identityCells.merging(coverageCells) { first, _ in first }
      .merging(paperCells) { first, _ in first }
      .merging(lineCells(index)) { first, _ in first }
  }

  private var identityCells: [String: String] {
    [
      "order_number": number, "account_number": "A" + InventedNumbers.padded(patient.number, 6),
      "patient_last_name": identity.last, "patient_first_name": identity.first,
      "patient_birth_date": birthDateText ?? identity.born.description, "patient_sex": sex,
      "patient_address": identity.address.street.joined(separator: " "),
      "patient_city": identity.address.city, "patient_state": identity.address.state,
      "patient_zip": identity.address.zip, "patient_phone": "5555550123",
      "prescriber_npi": prescriberNPI, "prescriber_last_name": prescriberLast,
      "prescriber_first_name": prescriberFirst, "prescriber_enrolled": prescriberEnrolled,
      "diagnoses": diagnoses.joined(separator: " "),
    ]
  }

  private var coverageCells: [String: String] {
    guard let first = coverages.first else { return [:] }
    var cells = [
      "primary_payer": first.payer.name, "primary_payer_id": first.payer.identifier,
      "primary_payer_state": first.payer.family == .medicaid ? first.payer.state : "",
      "primary_filing_indicator": first.payer.filingIndicator,
      "primary_member_id": first.memberID, "primary_from": first.from?.description ?? "",
      "primary_through": first.through?.description ?? "",
      "primary_relationship": first.relationship,
    ]
    if let subscriber = first.subscriber {
      cells["primary_subscriber_last_name"] = subscriber.lastName
      cells["primary_subscriber_first_name"] = subscriber.firstName
      cells["primary_subscriber_birth_date"] = subscriber.birthDate?.description ?? ""
      cells["primary_subscriber_sex"] = subscriber.sex
    }
    guard let second = coverages.dropFirst().first else { return cells }
    cells["secondary_payer"] = second.payer.name
    cells["secondary_payer_id"] = second.payer.identifier
    cells["secondary_payer_state"] = second.payer.family == .medicaid ? second.payer.state : ""
    cells["secondary_filing_indicator"] = second.payer.filingIndicator
    cells["secondary_member_id"] = second.memberID
    return cells
  }

  private var paperCells: [String: String] {
    var cells = [
      "ordered": orderedOn.description, "delivered": isShipped ? "" : servedOn.description,
      "shipped": isShipped ? servedOn.description : "",
      "method": isShipped ? "shipped" : "in-person", "tracking": tracking,
      "place_of_service": "12", "swo_date": writtenOn?.description ?? "",
      "swo_signed": signedOn?.description ?? "",
      "swo_signer": signedOn == nil ? "" : prescriberFirst + " " + prescriberLast,
      "pod_date": proofOn?.description ?? "", "pod_signer": proofOn == nil ? "" : proofSigner,
      "face_to_face_date": faceToFaceOn?.description ?? "",
      "sleep_study_date": sleepStudyOn?.description ?? "",
    ]
    if let stay {
      cells["stay_kind"] = stay.kind
      cells["stay_from"] = stay.from.description
      cells["stay_through"] = stay.through.description
    }
    return cells
  }

  private func lineCells(_ index: Int) -> [String: String] {
    let line = lines[index]
    var cells = [
      "line_number": String(index + 1), "kind": line.kind.rawValue, "hcpcs": line.code,
      "modifiers": line.modifiers.joined(separator: " "), "description": line.description,
      "prescribed_quantity": String(line.prescribedUnits),
      "delivered_quantity": String(line.units), "serial_number": line.serialNumber,
      "days_supplied": line.days.map { String($0) } ?? "",
      "unit_charge": Cents(line.unitCharge).csvText,
      "first_rental_month": line.kind == .rental ? String(line.firstRentalMonth) : "",
      "narrative": line.narrative,
    ]
    if let authorization = line.authorization {
      cells["authorization_number"] = authorization.number
      cells["authorization_from"] = authorizedFrom.description
      cells["authorization_through"] = authorizedThrough.description
      cells["authorization_units"] = String(authorization.units)
    }
    return cells
  }

  private static func quoted(_ text: String) -> String {
    text.contains(",") || text.contains("\"")
      ? "\""
        + text.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
      : text
  }
}

extension Cents {
  /// `1234.50`.
  fileprivate var csvText: String {
    let cents = rawValue < 0 ? 0 : rawValue
    return String(cents / 100) + "." + InventedNumbers.padded(Int(cents % 100), 2)
  }
}
