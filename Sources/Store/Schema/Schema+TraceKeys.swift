import Database

extension Schema {
  /// Numbers of payers are compared in one way, hyphens aside, whoever asks.
  static let traceKeys = Migration(
    id: "0029-trace-keys",
    sql: """
      UPDATE remittance SET trace_key = \(folded("trace_number"))
        WHERE trace_key <> \(folded("trace_number"));
      UPDATE refused_set SET trace_key = \(folded("trace_number"))
        WHERE trace_key <> \(folded("trace_number"));
      UPDATE provider_balance SET reference_key = \(folded("reference"))
        WHERE reference_key LIKE '%-%' AND \(folded("reference")) <> '';
      -- The key has an index of its own.
      DROP INDEX remittance_trace;
      """)
}
