// An order with everything around it, as JSON.

import Billing
import Desk

extension OrderDetail {
  var json: JSONValue {
    .object(
      order.members + [
        .init("item", .optional(item) { .integer($0.rawValue) }),
        .init("lines", .array(order.lines.map { json($0) })),
        .init("documents", .array(documents.map(\.json))),
        .init("findings", .array(findings.map(\.json))),
        .init("charges", .array(charges.map(\.json))),
      ])
  }

  private func json(_ line: OrderLine) -> JSONValue {
    [
      "number": .integer(line.number),
      "kind": .foreign(line.kind.rawValue),
      "procedure": .foreign(line.procedure.description),
      "description": .foreign(line.description),
      "prescribed_units": .integer(line.prescribedUnits),
      "delivered_units": .integer(line.deliveredUnits),
      "unit_charge_cents": .cents(line.unitCharge),
      "expected_cents": .optional(expected[line.number]) { .cents($0) },
      "serial_number": .foreign(line.serialNumber),
      "days_supplied": .optional(line.daysSupplied) { .integer($0) },
      "first_rental_month": .integer(line.firstRentalMonth),
      "authorization_number": .foreign(line.authorizationNumber),
      "narrative": .foreign(line.narrative),
      "diagnosis_pointers": .array(line.diagnosisPointers.map { .integer($0) }),
    ]
  }
}

extension Order {
  /// Who, what payers, who ordered, and how it was delivered.
  fileprivate var members: [JSONValue.Member] {
    [
      .init("id", .integer(id.rawValue)),
      .init("number", .foreign(number)),
      .init("standing", .foreign(standing.rawValue)),
      .init("received", .day(receivedOn)),
      .init("ordered", .day(orderedOn)),
      .init("patient", patient.json),
      .init("coverages", .array(coverages.map(\.json))),
      .init("prescriber", .optional(prescriber) { $0.json }),
      .init("diagnoses", .array(diagnoses.map { .foreign($0) })),
      .init("place_of_service", .foreign(placeOfService)),
      .init(
        "delivery",
        [
          "method": .foreign(delivery.method.rawValue),
          "delivered": .day(delivery.deliveredOn),
          "shipped": .day(delivery.shippedOn),
          "tracking": .foreign(delivery.tracking),
        ]),
      .init(
        "stays",
        .array(
          stays.map {
            [
              "kind": .foreign($0.kind.rawValue), "from": .day($0.from),
              "through": .day($0.through),
            ]
          })),
    ]
  }
}

extension Patient {
  var json: JSONValue {
    [
      "id": .integer(id.rawValue),
      "name": .foreign(listName),
      "birth_date": .day(birthDate),
      "sex": .foreign(sex),
      "street": .foreign(address.street),
      "street2": .foreign(address.street2),
      "city": .foreign(address.city),
      "state": .foreign(address.state),
      "zip": .foreign(address.zip),
      "phone": .foreign(phone),
    ]
  }
}

extension Coverage {
  var json: JSONValue {
    [
      "sequence": .foreign(sequence.title),
      "payer": .foreign(payer.name),
      "payer_id": .foreign(payer.identifier),
      "payer_family": .foreign(payer.family.rawValue),
      "member_id": .foreign(memberID),
      "group_number": .foreign(groupNumber),
      "filing_indicator": .foreign(filingIndicator),
      "secondary_payer_type": .foreign(secondaryPayerType),
      "relationship": .foreign(relationship),
      "effective_from": .day(effective.from),
      "effective_through": .day(effective.through),
    ]
  }
}

extension Prescriber {
  fileprivate var json: JSONValue {
    [
      "npi": .foreign(npi),
      "name": .foreign(listName),
      "phone": .foreign(phone),
      "fax": .foreign(fax),
      "enrolled": .optional(isEnrolled) { .bool($0) },
    ]
  }
}

extension OrderFinding {
  fileprivate var json: JSONValue {
    [
      "check": .foreign(check),
      "line": .optional(line) { .integer($0) },
      "cause": .foreign(cause.rawValue),
      "team": .foreign(cause.team.rawValue),
      "blocking": .bool(isBlocking),
      "message": .foreign(message),
      "fix": .foreign(fix),
    ]
  }
}

extension ChargeRow {
  fileprivate var json: JSONValue {
    .object(
      charge.members + [
        .init("place", .foreign(place.rawValue)),
        .init("holds", .array(holds.map { .foreign($0) })),
        .init("claim_number", .foreign(claimNumber)),
      ])
  }
}

extension Charge {
  /// The charge itself, without where it is.
  var members: [JSONValue.Member] {
    [
      .init("charge", .integer(id.rawValue)),
      .init("order_line", .integer(orderLine)),
      .init("procedure", .foreign(procedure.description)),
      .init("units", .integer(units)),
      .init("service_from", .day(serviceFrom)),
      .init("service_through", .day(serviceThrough)),
      .init("rental_month", .optional(rentalMonth) { .integer($0) }),
      .init("amount_cents", .cents(amount)),
      .init("expected_cents", .cents(expected)),
      .init("serial_number", .foreign(serialNumber)),
      .init("narrative", .foreign(narrative)),
      .init("authorization_number", .foreign(authorizationNumber)),
      .init("diagnosis_pointers", .array(diagnosisPointers.map { .integer($0) })),
    ]
  }
}
