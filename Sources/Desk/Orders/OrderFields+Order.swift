// A saved order as it was typed, to be changed while it is not confirmed.

package import Billing

extension OrderFieldList {
  /// An order as the dictionaries of the entry screen, one a line, column name to text.
  ///
  /// What an order keeps of its documents goes back into their columns as well.
  package static func rows(of order: Order, documents: [Document]) -> [[String: String]] {
    var head: [String: String] = [
      number: order.number,
      "ordered": text(order.orderedOn),
      "patient_last_name": order.patient.lastName,
      "patient_first_name": order.patient.firstName,
      "patient_birth_date": text(order.patient.birthDate),
      "patient_sex": order.patient.sex,
      "patient_address": order.patient.address.street,
      "patient_address_2": order.patient.address.street2,
      "patient_city": order.patient.address.city,
      "patient_state": order.patient.address.state,
      "patient_zip": order.patient.address.zip,
      "patient_phone": order.patient.phone,
      "diagnoses": order.diagnoses.joined(separator: " "),
      "method": order.delivery.method.rawValue,
      "delivered": text(order.delivery.deliveredOn),
      "shipped": text(order.delivery.shippedOn),
      "tracking": order.delivery.tracking,
      "place_of_service": order.placeOfService,
    ]
    if let prescriber = order.prescriber {
      head["prescriber_npi"] = prescriber.npi
      head["prescriber_last_name"] = prescriber.lastName
      head["prescriber_first_name"] = prescriber.firstName
      head["prescriber_phone"] = prescriber.phone
      head["prescriber_fax"] = prescriber.fax
      head["prescriber_enrolled"] = prescriber.isEnrolled.map { $0 ? "yes" : "no" }
    }
    if let stay = order.stays.first {
      head["stay_kind"] = stay.kind.rawValue
      head["stay_from"] = text(stay.from)
      head["stay_through"] = text(stay.through)
    }
    for coverage in order.coverages { add(coverage, to: &head) }
    for document in documents where document.order == order.id { add(document, to: &head) }
    let lines = order.lines.map { line in
      let authorization = documents.last {
        $0.content.kind == .authorization && !line.authorizationNumber.isEmpty
          && $0.content.number == line.authorizationNumber
      }
      return head.merging(columns(of: line, authorization: authorization)) { _, new in new }
    }
    return (lines.isEmpty ? [head] : lines).map { $0.filter { !$0.value.isEmpty } }
  }

  private static func add(_ coverage: Coverage, to head: inout [String: String]) {
    let place = coverage.sequence.title
    head[place + "_payer"] = coverage.payer.name
    head[place + "_payer_id"] = coverage.payer.identifier
    head[place + "_payer_state"] = coverage.payer.state
    head[place + "_member_id"] = coverage.memberID
    head[place + "_filing_indicator"] = coverage.filingIndicator
    head[place + "_group"] = coverage.groupNumber
    head[place + "_from"] = text(coverage.effective.from)
    head[place + "_through"] = text(coverage.effective.through)
    head[place + "_msp_type"] = coverage.secondaryPayerType
    // X12 individual relationship codes, as the form says them.
    head[place + "_relationship"] =
      switch coverage.relationship {
      case "18", "": ""
      case "01": "spouse"
      case "19": "child"
      default: "other"
      }
    if let subscriber = coverage.subscriber {
      head[place + "_subscriber_last_name"] = subscriber.lastName
      head[place + "_subscriber_first_name"] = subscriber.firstName
      head[place + "_subscriber_birth_date"] = text(subscriber.birthDate)
      head[place + "_subscriber_sex"] = subscriber.sex
    }
  }

  private static func add(_ document: Document, to head: inout [String: String]) {
    let content = document.content
    switch content.kind {
    case .standardWrittenOrder:
      head["swo_date"] = text(content.dated)
      head["swo_signed"] = text(content.signedOn)
      head["swo_signer"] = content.signer
      head["swo_codes"] = content.codes.joined(separator: " ")
    case .proofOfDelivery:
      head["pod_date"] = text(content.dated)
      head["pod_signer"] = content.signer
    case .faceToFace: head["face_to_face_date"] = text(content.dated)
    case .sleepStudy: head["sleep_study_date"] = text(content.dated)
    default: break
    }
  }

  private static func columns(of line: OrderLine, authorization: Document?) -> [String: String] {
    [
      "hcpcs": line.procedure.code,
      "modifiers": line.procedure.modifiers.joined(separator: " "),
      "kind": line.kind.rawValue,
      "prescribed_quantity": String(line.prescribedUnits),
      "delivered_quantity": String(line.deliveredUnits),
      "unit_charge": line.unitCharge.description.filter { $0 != "$" && $0 != "," },
      "serial_number": line.serialNumber,
      "days_supplied": line.daysSupplied.map(String.init) ?? "",
      "first_rental_month": line.firstRentalMonth == 1 ? "" : String(line.firstRentalMonth),
      "authorization_number": line.authorizationNumber,
      "authorization_from": text(authorization?.content.valid.from),
      "authorization_through": text(authorization?.content.valid.through),
      "authorization_units": authorization?.content.unitsGranted.map(String.init) ?? "",
      "narrative": line.narrative,
      "diagnosis_pointers": line.diagnosisPointers.map(String.init).joined(separator: " "),
      "description": line.description,
    ]
  }

  private static func text(_ day: Day?) -> String { day?.description ?? "" }
}
