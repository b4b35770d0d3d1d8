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
      SELECT \(column), count(*) FROM work_item \(Dialect.by("work_item_rank"))
      LEFT JOIN payer ON payer.id = work_item.payer_id
      WHERE work_item.queue = ?1 AND work_item.lane = 0 AND work_item.is_closed = 0
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
    case .team: openHold("team")
    case .type:
      """
      coalesce((SELECT special_work.kind FROM special_work
        WHERE work_item.subject_kind = 'special' AND special_work.id = work_item.subject_key),
        \(openHold("type")))
      """
    case .status, .reason, .age, .balance, .expected, .dos, .due, .touched, .tier, .followup,
      .prescriber:
      nil
    }
  }

  /// A column of the first open hold of a charge, empty where it has none of its own.
  private static func openHold(_ column: String) -> String {
    """
    coalesce((SELECT hold.\(column) FROM hold
      WHERE work_item.subject_kind = 'charge' AND hold.charge_id = work_item.subject_key
        AND hold.released_day IS NULL AND hold.is_withdrawn = 0 ORDER BY hold.id LIMIT 1), '')
    """
  }
}
