import Billing
import Desk
import Operations

@testable import TestSupport

extension Office {
  /// The row of an open item by its number, in whatever queue and lane.
  func row(_ reference: String) throws -> QueueRow {
    for queue in QueueName.allCases {
      for lane in Lane.allCases {
        let page = try page(PageRequest(queue: queue, lane: lane, limit: 500))
        if let row = page.rows.first(where: { $0.reference == reference }) { return row }
      }
    }
    throw Refusal("No item is called \(reference).")
  }

  /// What a payer answers who pays a claim as it was billed.
  func paidInFull(_ reference: String) throws -> PaidClaim {
    guard let id = try claims(numbered: reference).first else {
      throw Refusal("No claim is called \(reference).")
    }
    let claim = try claimPage(id).detail.claim
    return PaidClaim(
      control: reference, charge: claim.charge.rawValue, paid: claim.charge.rawValue,
      lines: claim.lines.map { line in
        PaidLine(
          code: SampleFiles.code(line.procedure), charge: line.charge.rawValue,
          paid: line.charge.rawValue, number: line.controlNumber,
          day: line.serviceFrom.ccyymmdd, units: String(line.unitsInThousandths / 1000))
      }, last: claim.patient.lastName, first: claim.patient.firstName, member: claim.memberID)
  }
}

extension SampleFiles {
  /// A procedure as SVC01 has it after `HC:`.
  static func code(_ procedure: ProcedureCode) -> String {
    ([procedure.code] + procedure.modifiers).joined(separator: ":")
  }
}
