import Billing
import Desk

@testable import TestSupport

extension MadePatient {
  /// One item of an order of this patient, with all its papers, unless other cells say more.
  func order(
    _ number: String, _ code: String, _ charge: String, delivered: String,
    _ other: [String: String] = [:]
  ) -> SampleOrder {
    let date = "2026-" + delivered
    let ordered = (Day(date) ?? MadeOffice.today).adding(days: -12).description
    let parts = code.split(separator: ":").map(String.init)
    return SampleOrder([
      "order_number": number, "patient_last_name": last, "patient_first_name": first,
      "patient_birth_date": dashed(birth), "patient_sex": "F",
      "patient_address": "12 Nowhere Lane", "patient_city": "Sampleton", "patient_state": "TN",
      "patient_zip": "37001", "patient_phone": "555-555-0103", "primary_payer": payer.name,
      "primary_payer_id": payer.identifier, "primary_filing_indicator": payer.indicator,
      "primary_member_id": payer.member, "prescriber_npi": "1000000004",
      "prescriber_last_name": "SCRIPT", "prescriber_first_name": "SAM",
      "prescriber_phone": "555-555-0101", "prescriber_fax": "555-555-0102",
      "prescriber_enrolled": "yes", "diagnoses": "G47.33 J44.9", "ordered": ordered,
      "delivered": date, "swo_date": ordered, "swo_signed": ordered, "swo_signer": "SAM SCRIPT",
      "pod_date": date, "pod_signer": first + " " + last, "hcpcs": parts[0],
      "kind": parts.contains("RR") ? "rental" : "purchase",
      "modifiers": parts.dropFirst().joined(separator: " "), "delivered_quantity": "1",
      "unit_charge": charge,
    ]).with(other)
  }

  /// The supplement after Medicare, as an order names it.
  static let supplement = [
    "secondary_payer": SamplePayer.plainview.name,
    "secondary_payer_id": SamplePayer.plainview.identifier, "secondary_filing_indicator": "CI",
    "secondary_member_id": SamplePayer.plainview.member,
  ]

  private func dashed(_ date: String) -> String {
    "\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.suffix(2))"
  }
}

extension OfficeYear {
  /// The small office with its front half: orders to confirm, holds, batches, special work.
  static func ordered() throws -> OfficeYear {
    let year = try daily()
    year.supplyOxygen()
    year.supplyMasks()
    year.rentBed()
    year.holdCharges()
    year.sendBatches()
    year.receiveOrders()
    return year
  }

  private static let supplies = ["kind": "supply", "days_supplied": "90"]

  /// Oxygen whose last month of rent was in spring: maintenance comes half a year later.
  private func supplyOxygen() {
    receive(
      [
        MadePatient.richard.order(
          "SO-2210", "E1390:RR:N1", "250.00", delivered: "04-16",
          [
            "serial_number": "SN-0008", "first_rental_month": "36",
            "diagnoses": "J96.11 J44.9",
          ])
      ], on: "04-17")
    decide(
      "SO-2210",
      DecisionEntry(
        .attachDocument,
        ["kind": "blood-gas-study", "dated": "2026-04-02", "value": "86", "signer": "SAM SCRIPT"]),
      on: "04-17")
    decide("SO-2210", DecisionEntry(.confirm), on: "04-17")
    sendReady(to: .dmac, on: "04-20")
    acknowledgeBatch(of: "04-20", on: "04-21")
    payBatch(of: "04-20", by: .dmac, trace: "0012331101", on: "05-08")
    decide("cap-conversion", DecisionEntry(.decline, [.note: "oxygen stays ours"]), on: "05-18")
    decide(
      "maintenance",
      DecisionEntry(
        .attachDocument,
        ["kind": "delivery-ticket", "dated": "2026-11-20", "signer": "RICHARD ROE"]), on: "11-20")
  }

  /// A device that was sold, with supplies for 90 days.
  private func supplyMasks() {
    confirm(
      [
        MadePatient.pat.order(
          "SO-4400", "E0601:NU", "890.00", delivered: "09-11",
          ["serial_number": "SN-0017", "sleep_study_date": "2026-08-03"]),
        MadePatient.pat.order("SO-4400", "A7030:NU", "241.50", delivered: "09-11", Self.supplies),
        MadePatient.pat.order(
          "SO-4400", "A7038:NU", "4.50", delivered: "09-11",
          Self.supplies.merging(["delivered_quantity": "6"]) { $1 }),
        MadePatient.pat.order(
          "SO-4400", "A7031:NU", "42.00", delivered: "09-11",
          Self.supplies.merging(["delivered_quantity": "3"]) { $1 }),
      ], on: "09-14")
    sendReady(to: .aetna, on: "09-15")
    acknowledgeBatch(of: "09-15", on: "09-16")
    payBatch(of: "09-15", by: .aetna, trace: "0055121809", on: "10-05")
  }

  /// A bed whose second month is near: the coverage is to be verified first.
  private func rentBed() {
    confirm(
      [
        MadePatient.bygone(5).order(
          "SO-4950", "E0260:RR:KX", "189.00", delivered: "10-26", ["serial_number": "SN-0029"])
      ], on: "10-27")
    sendReady(to: .dmac, on: "10-28")
    acknowledgeBatch(of: "10-28", on: "10-29")
    payBatch(of: "10-28", by: .dmac, trace: "0012345401", on: "11-16")
  }

  private func holdCharges() {
    confirm(
      [
        MadePatient.hal.order(
          "SO-4991", "E0277:RR:KX", "620.00", delivered: "11-09",
          ["serial_number": "SN-0031", "diagnoses": "L89.153"])
      ], on: "11-09")
    confirm(
      [
        MadePatient.terry.order(
          "SO-4980", "E1390:RR:N1", "250.00", delivered: "11-12",
          ["serial_number": "SN-0023", "first_rental_month": "4", "diagnoses": "J96.11 J44.9"])
      ], on: "11-12")
    decide(
      "SO-4980",
      DecisionEntry(
        .hold, ["hold-reason": "audit", .note: "Chart review of oxygen patients."]), on: "11-13")
  }

  private func sendBatches() {
    confirm(
      [
        MadePatient.max.order(
          "SO-4960", "E0570:NU", "89.00", delivered: "11-11", ["serial_number": "SN-0033"]),
        MadePatient.pia.order("SO-4961", "E0143:NU", "112.40", delivered: "11-11"),
      ], on: "11-13")
    sendReady(to: .aetna, on: "11-16")
    acknowledgeBatch(of: "11-16", on: "11-17")
    confirm(
      [
        MadePatient.bygone(0).order("SO-4970", "E0143:NU", "112.40", delivered: "11-16"),
        MadePatient.bygone(1).order("SO-4971", "E0143:NU", "112.40", delivered: "11-16"),
      ], on: "11-17")
    sendReady(to: .dmac, on: "11-18")
    confirm(
      [MadePatient.bygone(2).order("SO-4975", "E0143:NU", "112.40", delivered: "11-18")],
      on: "11-19")
    sendReady(to: .dmac, on: "11-20")
    // These wait for the next batch.
    confirm(
      [
        MadePatient.ned.order(
          "SO-4990", "E0260:RR:KX", "189.00", delivered: "11-18", ["serial_number": "SN-0036"]),
        MadePatient.bygone(3).order("SO-4992", "E0143:NU", "112.40", delivered: "11-18"),
        MadePatient.pia.order("SO-4993", "E0143:NU", "112.40", delivered: "11-18"),
      ], on: "11-20")
  }

  private func receiveOrders() {
    receive(
      [
        MadePatient.bygone(4).order(
          "SO-4979", "E0143:NU", "112.40", delivered: "11-17", ["pod_date": "", "pod_signer": ""])
      ],
      on: "11-18")
    decide(
      "SO-4979",
      DecisionEntry(
        .returnOrder,
        ["cause": "missing-proof-of-delivery", "team": "fulfilment", .note: "no ticket"]),
      on: "11-19")
    receive(
      [
        MadePatient.faye.order(
          "SO-5001", "E0601:RR:KX", "120.00", delivered: "11-20",
          ["serial_number": "SN-0042", "sleep_study_date": "2026-10-12"].merging(
            MadePatient.supplement
          ) { $1 }),
        MadePatient.faye.order(
          "SO-5001", "A7030:NU:KX", "121.50", delivered: "11-20",
          Self.supplies.merging(MadePatient.supplement) { $1 }),
        MadePatient.ivy.order(
          "SO-5002", "A4253:NU:KX", "16.00", delivered: "11-19",
          Self.supplies.merging([
            "delivered_quantity": "6", "prescribed_quantity": "2", "diagnoses": "E11.9",
          ]) { $1 }),
      ], on: "11-20")
  }
}
