package import Billing
package import Database

/// Values of a field among the open items of a queue, for completing a filter.
package enum QueueValues {
  package static func counts(
    of field: FilterField, in queue: QueueName, prefix: String, limit: Int,
    _ connection: Connection
  ) throws -> [(value: String, count: Int)] {
    guard let column = column(of: field) else { return [] }
    return try connection.rows(
      """
      SELECT \(column), count(*) FROM work_item JOIN payer ON payer.id = work_item.payer_id
      WHERE queue = ?1 AND lane = 0 AND lane <> 9
        AND lower(\(column)) LIKE lower(?2) || '%'
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?3
      """,
      [.text(queue.rawValue), .text(prefix.filter { $0 != "%" && $0 != "_" }), SQLValue(limit)]
    ) { ($0.text(0), Int($0.int(1))) }
  }

  private static func column(of field: FilterField) -> String? {
    switch field {
    case .payer: "payer.name"
    case .code: "work_item.reason_code"
    case .patient: "work_item.patient_name"
    case .claim: "work_item.reference"
    case .procedure: "work_item.procedure"
    case .owner: "coalesce(work_item.owner, work_item.lease_user, '')"
    case .status, .reason, .age, .balance, .expected, .dos, .due, .touched, .tier, .followup: nil
    }
  }
}
