/// All rows in order, with the office's laid over the shipped ones.
struct RuleTables {
  private(set) var rows: [RuleRow] = []
  private(set) var settings = RuleSettings()
  private var positions: [String: Int] = [:]

  /// Reads the shipped files.
  ///
  /// - Throws: for a row that occurs twice, besides what `RuleSource` throws.
  init(defaults: [[UInt8]]) throws(RulesError) {
    for file in defaults {
      let source = try RuleSource(String(decoding: file, as: UTF8.self), mapsLines: false)
      for row in source.rows {
        guard positions[key(row)] == nil else {
          throw row.error("", "occurs twice", "remove one of the two rows")
        }
        append(row)
      }
      try settings.read(source)
    }
  }

  /// Lays the office's file over what is there.
  mutating func overlay(_ source: RuleSource) throws(RulesError) {
    var seen: Set<String> = []
    for row in source.rows {
      guard seen.insert(key(row)).inserted else {
        throw row.error("", "occurs twice in this file", "remove one of the two rows")
      }
      if let position = positions[key(row)] {
        rows[position] = rows[position].overridden(by: row)
      } else {
        append(row)
      }
    }
    try settings.read(source)
    try removeDisabled()
  }

  private func key(_ row: RuleRow) -> String { row.section.rawValue + " " + row.name }

  private mutating func append(_ row: RuleRow) {
    positions[key(row)] = rows.count
    rows.append(row)
  }

  private mutating func removeDisabled() throws(RulesError) {
    var kept: [RuleRow] = []
    for row in rows where try !row.flag("disabled", default: false) { kept.append(row) }
    rows = kept
    positions = [:]
    for (position, row) in rows.enumerated() { positions[key(row)] = position }
  }
}
