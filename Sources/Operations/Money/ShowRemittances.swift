package import Billing
import Database
package import Desk
import Store

extension Office {
  /// The newest remittances first, with what posted and what waits.
  ///
  /// - Throws: Any failure of the database.
  package func remittances(
    offset: Int, limit: Int
  ) throws -> (rows: [RemittanceRow], count: Int) {
    try database.read { connection in
      let payers = PayerCache()
      let rows = try Remittances.page(offset: offset, limit: limit, in: connection).map {
        try row(of: $0, payers: payers, in: connection)
      }
      return (rows, try Remittances.count(in: connection))
    }
  }

  /// One remittance with its balance at every level, claim by claim.
  ///
  /// - Throws: ``Refusal`` where there is none; any failure of the database.
  package func remittance(_ id: RemittanceID) throws -> RemittanceDetail {
    try database.read { try remittanceDetail(id, in: $0) }
  }

  /// The same inside a transaction.
  func remittanceDetail(
    _ id: RemittanceID, in connection: Connection
  ) throws -> RemittanceDetail {
    guard let header = try Remittances.find(id, in: connection) else {
      throw Refusal("There is no remittance \(id.rawValue).")
    }
    let claims = try RemitClaims.all(of: id, in: connection).map { kept in
      try claimRow(kept, in: connection)
    }
    return RemittanceDetail(
      row: try row(of: header, payers: PayerCache(), in: connection),
      file: try Files.name(of: header.file, in: connection) ?? "",
      typedBy: try TypedRemittances.find(id, in: connection)?.user,
      claimsPaid: header.claimsPaid, providerAdjusted: header.providerAdjusted,
      difference: header.difference, claims: claims,
      providerAdjustments: try Remittances.providerAdjustments(of: id, in: connection))
  }

  /// The remittance of a trace number, or of its own number.
  ///
  /// - Throws: Any failure of the database.
  package func findRemittance(_ reference: String) throws -> RemittanceID? {
    try database.read { connection in
      if let found = try Remittances.withTraceNumber(reference, in: connection) { return found }
      guard let number = Int64(reference),
        try Remittances.find(RemittanceID(number), in: connection) != nil
      else { return nil }
      return RemittanceID(number)
    }
  }

  private func row(
    of header: Remittances.Header, payers: PayerCache, in connection: Connection
  ) throws -> RemittanceRow {
    let states = try RemitClaims.states(of: header.id, in: connection)
    let suspense = try Ledger.suspense(of: header.id, in: connection)
    let own = try WorkItems.find(.remittance(header.id), in: connection)
    // One that only awaits its money in the bank is not staged.
    let isStaged =
      try header.difference != .zero
      || !Remittances.providerAdjustments(of: header.id, in: connection).isEmpty
    let waiting = (states[.staged] ?? 0) + (states[.held] ?? 0)
    return RemittanceRow(
      id: header.id, traceNumber: header.traceNumber,
      payer: try payers.payer(header.payer, in: connection).name,
      paymentDate: header.paymentDate, method: header.method, payment: header.payment,
      posted: header.standing == .standing ? header.payment - suspense : .zero,
      suspense: suspense, claims: header.claimCount,
      staged: waiting == 0 && isStaged && own?.isClosed == false ? 1 : waiting,
      standing: header.standing)
  }

  private func claimRow(
    _ kept: RemitClaims.Kept, in connection: Connection
  ) throws -> RemittanceClaimRow {
    let claim = kept.claim
    let all = claim.adjustments + claim.lines.flatMap(\.adjustments)
    let share = all.filter { $0.group == .patientResponsibility }.map(\.amount).total()
    let denied = try RemitClaims.denied(kept.id, in: connection)
    return RemittanceClaimRow(
      id: kept.id, controlNumber: claim.controlNumber,
      patient: [claim.patient.lastName, claim.patient.firstName].filter { !$0.isEmpty }
        .joined(separator: ", "), status: claim.status, charge: claim.charge, paid: claim.paid,
      adjusted: all.map(\.amount).total() - share - denied, patientShare: share, denied: denied,
      isPosted: kept.state == .posted || kept.state == .reversed, stagingReasons: kept.staging,
      item: try item(of: kept, in: connection))
  }

  /// The item to open for a claim of a remittance: its own, or that of the claim it was posted to.
  private func item(
    of kept: RemitClaims.Kept, in connection: Connection
  ) throws -> WorkItemID? {
    if let own = try WorkItems.find(.remitClaim(kept.id), in: connection), !own.isClosed {
      return own.item.id
    }
    return try kept.matchedTo.flatMap { try WorkItems.find(.claim($0), in: connection)?.item.id }
  }
}
