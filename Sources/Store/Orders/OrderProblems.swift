package import Billing
package import Database

/// The log of what was wrong with orders, by cause.
package enum OrderProblems {
  private static let insertion = Statement(
    """
    INSERT INTO order_problem (order_id, on_day, cause, team, is_return, message)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING
    """)

  /// Logs one problem; the same one of the same order is logged once.
  package static func add(
    _ cause: OrderProblemCause, of order: OrderID, team: Team, isReturn: Bool, message: String,
    on day: Day, in connection: Connection
  ) throws {
    try connection.run(
      insertion, SQLValue(order), SQLValue(day), .text(cause.rawValue), .text(team.rawValue),
      SQLValue(isReturn), .text(message))
  }

  /// Problems of a span of days by cause: how many orders were found with it, and sent back.
  package static func byCause(
    from: Day, through: Day, in connection: Connection
  ) throws -> [(cause: OrderProblemCause, team: Team, found: Int, returned: Int, example: String)] {
    try connection.rows(
      """
      SELECT order_problem.cause, order_problem.team,
        count(DISTINCT CASE WHEN is_return = 0 THEN order_id END),
        count(DISTINCT CASE WHEN is_return = 1 THEN order_id END),
        max(sales_order.number || ': ' || order_problem.message)
      FROM order_problem JOIN sales_order ON sales_order.id = order_problem.order_id
      WHERE order_problem.on_day BETWEEN ?1 AND ?2
      GROUP BY order_problem.cause, order_problem.team
      ORDER BY count(DISTINCT order_id) DESC, order_problem.cause
      """, [SQLValue(from), SQLValue(through)]
    ) { row in
      (
        try row.word(0, Words.problemCause, key: .many),
        try row.word(1, Words.problemTeam, key: .many), Int(row.int(2)), Int(row.int(3)),
        row.text(4)
      )
    }
  }
}
