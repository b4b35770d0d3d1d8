import Foundation

/// `docs/json.md`, read as tables of keys.
struct JSONReference {
  /// One row of a table: a key, what it holds, and the shape of the objects in it.
  struct Row {
    var kind: String
    /// What the elements of a list are.
    var element: String?
    var mayBeNull: Bool
    var shape: String?
  }

  /// A heading with the rows under it, and the heading whose rows it has besides.
  struct Table {
    var rows: [String: Row] = [:]
    var base: String?
  }

  /// Tables by the anchors of their headings.
  private(set) var tables: [String: Table] = [:]
  /// The headings of the verbs, as they are typed: `docket queue NAME`.
  private(set) var verbs: [String] = []

  init(_ text: String) {
    var heading = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") {
        let title = line.dropFirst(3).filter { $0 != "`" }
        heading = Self.anchor(title)
        tables[heading] = Table()
        if title.hasPrefix("docket ") { verbs.append(title) }
      } else if line.hasPrefix("| `") {
        let cells = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: .whitespaces) }
        tables[heading]?.rows[cells[0].filter { $0 != "`" }] = Self.row(cells[1])
      } else if line.hasPrefix("As ["), tables[heading]?.rows.isEmpty == true {
        tables[heading]?.base = Self.link(in: line)
      }
    }
  }

  static func anchor(_ title: String) -> String {
    String(
      title.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
        .map { $0 == " " ? "-" : $0 })
  }

  /// The anchor of the first link in a text.
  private static func link(in text: some StringProtocol) -> String? {
    guard let start = text.range(of: "(#"), let end = text[start.upperBound...].firstIndex(of: ")")
    else { return nil }
    return String(text[start.upperBound..<end])
  }

  /// `list of objects ([row](#a-row)) or null`.
  private static func row(_ text: String) -> Row {
    let words = text.split(separator: " ").map(String.init)
    return Row(
      kind: words.first ?? "",
      element: words.count > 2 && words[1] == "of" ? words[2] : nil,
      mayBeNull: text.contains("or null"), shape: link(in: text))
  }
}

/// A JSON value, with truth and numbers told apart.
enum JSONSample: Decodable {
  case null
  case truth
  case number
  case text(String)
  case list([JSONSample])
  case object([String: JSONSample])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if (try? container.decode(Bool.self)) != nil {
      self = .truth
    } else if (try? container.decode(Int64.self)) != nil {
      self = .number
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONSample].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONSample].self))
    }
  }

  /// Whether it is what the reference calls so.
  func isA(_ kind: String) -> Bool {
    switch (self, kind) {
    case (.truth, "truth"), (.number, "number"), (.text, "text"), (.list, "list"),
      (.object, "object"), (.object, "objects"):
      true
    case (.text(let text), "day"): text.wholeMatch(of: #/\d{4}-\d\d-\d\d/#) != nil
    default: false
    }
  }
}

/// Compares what verbs print with the reference, key by key.
struct JSONComparison {
  let reference: JSONReference
  private(set) var complaints: Set<String> = []
  /// Rows that something printed, as `table key`.
  private var seen: Set<String> = []

  init(_ reference: JSONReference) { self.reference = reference }

  /// Where rows for an object stand: in a table, under the beginning of a key.
  private struct Scope {
    var table: String
    var prefix: String
  }

  /// Looks at one value that a verb printed.
  mutating func look(at value: JSONSample, of verb: String) {
    let table = JSONReference.anchor(verb)
    guard case .object(let object) = value else {
      if verb != "docket next" { complaints.insert("\(verb) prints no object") }
      return
    }
    look(at: object, in: scopes(of: table), of: verb, path: "")
  }

  /// A table and those whose rows it has besides.
  private func scopes(of table: String) -> [Scope] {
    var scopes = [Scope(table: table, prefix: "")]
    while let base = reference.tables[scopes.last?.table ?? ""]?.base {
      scopes.append(Scope(table: base, prefix: ""))
    }
    return scopes
  }

  private mutating func look(
    at object: [String: JSONSample], in scopes: [Scope], of verb: String, path: String
  ) {
    for (key, value) in object {
      let name = path + key
      guard let (row, found) = row(key, in: scopes) else {
        complaints.insert("\(verb) prints \(name), which is not documented")
        continue
      }
      var inner = scopes.map { Scope(table: $0.table, prefix: $0.prefix + found) }
      if let shape = row.shape { inner += self.scopes(of: shape) }
      check(value, row, "\(verb): \(name)")
      switch value {
      case .object(let object):
        look(
          at: object, in: inner.map { Scope(table: $0.table, prefix: Self.under($0.prefix)) },
          of: verb, path: name + ".")
      case .list(let elements):
        for case .object(let object) in elements {
          look(
            at: object,
            in: inner.map { Scope(table: $0.table, prefix: Self.under($0.prefix, "[]")) },
            of: verb, path: name + "[].")
        }
      default: break
      }
    }
  }

  private static func under(_ prefix: String, _ mark: String = "") -> String {
    prefix.isEmpty ? "" : prefix + mark + "."
  }

  /// The row of a key, and the key as the table writes it; a key in capitals stands for any.
  private mutating func row(
    _ key: String, in scopes: [Scope]
  ) -> (row: JSONReference.Row, key: String)? {
    for scope in scopes {
      let rows = reference.tables[scope.table]?.rows ?? [:]
      for name in [key, "ROLE"] {
        guard let row = rows[scope.prefix + name] else { continue }
        seen.insert(scope.table + " " + scope.prefix + name)
        return (row, name)
      }
    }
    return nil
  }

  private mutating func check(_ value: JSONSample, _ row: JSONReference.Row, _ what: String) {
    if case .null = value {
      if !row.mayBeNull { complaints.insert("\(what) is null, which is not documented") }
      return
    }
    if !value.isA(row.kind) { complaints.insert("\(what) is no \(row.kind): \(value)") }
    guard case .list(let elements) = value else { return }
    if let wrong = elements.first(where: { !$0.isA(row.element ?? "") }) {
      complaints.insert("\(what) holds what is no \(row.element ?? "element"): \(wrong)")
    }
  }

  /// Rows that nothing printed.
  var unseen: [String] {
    reference.tables.flatMap { name, table in table.rows.keys.map { name + " " + $0 } }
      .filter { !seen.contains($0) }.sorted()
  }

  /// Whether something of a shape was never printed.
  func isUnseen(_ shapes: [String]) -> Bool {
    unseen.contains { row in shapes.contains { row.hasPrefix($0 + " ") } }
  }
}
