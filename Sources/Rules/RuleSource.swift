import TOMLKit

/// A rules file taken apart into rows, with the lines they stand on.
struct RuleSource {
  private(set) var rows: [RuleRow] = []
  /// `[settings]`, as one row of its own.
  private(set) var settings: [String: RuleValue] = [:]
  private(set) var settingLines: [String: Int] = [:]

  /// Reads TOML text; the shipped files do without the lines, which only messages need.
  ///
  /// - Throws: the first thing that is not TOML, not a section, or not a key of its section.
  init(_ text: String, mapsLines: Bool = true) throws(RulesError) {
    if let line = TOMLDepth.tooDeep(text) {
      throw RulesError(
        line: line, message: "a key has more parts than any has here", advice: "correct the key")
    }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw RulesError(
        line: error.source.begin.line, column: error.source.begin.column,
        message: error.description, advice: "correct the file there")
    } catch {
      throw RulesError(message: "the file cannot be read as TOML", advice: "correct the file")
    }
    let map = LineMap(mapsLines ? text : "")
    for name in table.keys.sorted(by: { (map.first($0) ?? 0) < (map.first($1) ?? 0) }) {
      guard let value = table[name] else { continue }
      if name == "settings", let settings = value.table {
        try read(settings: settings, map)
      } else if let section = RuleSection(rawValue: name), section.isTable, let row = value.table {
        try read(section, row, line: map.row(name, 0), keyLines: map.keys(name, 0))
      } else if let section = RuleSection(rawValue: name), !section.isTable,
        let array = value.array
      {
        try read(section, array, map)
      } else {
        throw Self.unknownSection(name, line: map.first(name))
      }
    }
  }

  private static func unknownSection(_ name: String, line: Int?) -> RulesError {
    if let section = RuleSection(rawValue: name) {
      return RulesError(
        line: line, row: name,
        message: section.isTable ? "must be one row" : "must be a list of rows",
        advice: "write \(section.heading) with \(section.isTable ? "one bracket" : "two brackets")")
    }
    let known = RuleSection.allCases.map(\.heading).joined(separator: ", ")
    return RulesError(
      line: line, row: name, message: "is no section of a rules file",
      advice: "use [settings] or one of: \(known)")
  }

  private mutating func read(settings table: TOMLTable, _ map: LineMap) throws(RulesError) {
    settingLines = map.keys("settings", 0)
    for key in table.keys {
      guard RuleSettings.keys.contains(key) else {
        throw RulesError(
          line: settingLines[key], row: "settings", key: key, message: "is no setting",
          advice: "use one of: \(RuleSettings.keys.joined(separator: ", "))")
      }
      settings[key] = table[key].map(Self.value)
    }
  }

  private mutating func read(
    _ section: RuleSection, _ array: TOMLArray, _ map: LineMap
  ) throws(RulesError) {
    for (index, element) in array.enumerated() {
      let line = map.row(section.rawValue, index)
      guard let table = element.table else {
        throw RulesError(
          line: line, row: section.rawValue, message: "must hold rows",
          advice: "write [[\(section.rawValue)]] and its keys below")
      }
      try read(section, table, line: line, keyLines: map.keys(section.rawValue, index))
    }
  }

  private mutating func read(
    _ section: RuleSection, _ table: TOMLTable, line: Int?, keyLines: [String: Int]
  ) throws(RulesError) {
    var row = RuleRow(section: section, values: [:], line: line, keyLines: keyLines)
    let keys = table.keys
    let known = section.keys
    for key in keys { row.values[key] = table[key].map(Self.value) }
    if let unknown = keys.filter({ !known.contains($0) }).min() {
      throw row.error(
        unknown, "is no key of \(section.heading)",
        "use one of: \(known.joined(separator: ", "))")
    }
    rows += try Self.expanded(try Self.withFamilies(row))
  }

  /// A playbook row that names one kind of payer under `family` is the row of `families`.
  private static func withFamilies(_ row: RuleRow) throws(RulesError) -> RuleRow {
    guard row.section == .playbook, let family = row.values["family"] else { return row }
    guard row.values["families"] == nil else {
      throw row.error("family", "stands beside families", "name all kinds of payers in families")
    }
    var named = row
    named.values["family"] = nil
    named.values["families"] = family
    named.keyLines["families"] = row.keyLines["family"]
    return named
  }

  /// One row for each element of the lists that name it.
  private static func expanded(_ row: RuleRow) throws(RulesError) -> [RuleRow] {
    var rows = [row]
    for key in row.section.listed {
      guard let value = row.values[key] else { continue }
      guard case .list(let elements) = value else { continue }
      if elements.isEmpty { throw row.error(key, "is an empty list", "name at least one code") }
      rows = rows.flatMap { row in
        elements.map { element in
          var single = row
          single.values[key] = .text(element)
          return single
        }
      }
    }
    for row in rows where row.name.isEmpty && !row.section.isTable {
      throw row.error(
        row.section.identity[0], "is missing", "every row needs \(row.section.identity[0])")
    }
    return rows
  }

  private static func value(_ value: any TOMLValueConvertible) -> RuleValue {
    if let text = value.string { return .text(text) }
    if let flag = value.bool { return .flag(flag) }
    if let number = value.int { return .number(number) }
    if let date = value.date { return .text(date.debugDescription) }
    guard let array = value.array else { return .other }
    var texts: [String] = []
    if array.first?.int != nil { return numbers(array) }
    for element in array {
      guard let text = element.string else { return .other }
      texts.append(text)
    }
    return .list(texts)
  }

  private static func numbers(_ array: TOMLArray) -> RuleValue {
    let numbers = array.compactMap(\.int)
    return numbers.count == array.count ? .numbers(numbers) : .other
  }
}

/// On which lines of a file the rows and their keys stand; only for messages.
private struct LineMap {
  private var rows: [String: [Int]] = [:]
  private var keyLines: [String: [[String: Int]]] = [:]

  init(_ text: String) {
    var section = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.first == "[" {
        let name = trimmed.drop { $0 == "[" }.prefix { $0 != "]" }
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" }) else {
          continue
        }
        section = String(name)
        rows[section, default: []].append(index + 1)
        keyLines[section, default: []].append([:])
      } else if let equals = trimmed.firstIndex(of: "="), trimmed.first != "#", !section.isEmpty {
        let key = trimmed[..<equals].filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        let last = (keyLines[section]?.count ?? 0) - 1
        if last >= 0, keyLines[section]?[last][key] == nil {
          keyLines[section]?[last][key] = index + 1
        }
      }
    }
  }

  func first(_ section: String) -> Int? { rows[section]?.first }

  func row(_ section: String, _ index: Int) -> Int? {
    guard let lines = rows[section], lines.indices.contains(index) else { return nil }
    return lines[index]
  }

  func keys(_ section: String, _ index: Int) -> [String: Int] {
    guard let lines = keyLines[section], lines.indices.contains(index) else { return [:] }
    return lines[index]
  }
}
