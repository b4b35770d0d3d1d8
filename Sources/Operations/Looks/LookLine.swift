package import Billing
package import Desk

/// One line of the journal of looks: who saw what, when, with which program.
package struct LookLine: Equatable, Sendable {
  /// Place in the journal, from 1.
  package var number: Int64
  /// The machine's clock, whatever day was stated.
  package var at: Timestamp
  /// The day on which the office was seen.
  package var on: Day
  package var user: String
  /// What the program was asked to do, `show`, and its process.
  package var program: String
  package var look: Look

  /// The values of a line but its chain, in their order.
  var fields: [String] {
    [
      String(number), String(at.rawValue), on.description, user, program, look.kind.rawValue,
      look.subject, look.reference, String(look.rows),
    ].map(Self.escaped)
  }

  init(
    number: Int64, at: Timestamp, on day: Day, user: String, program: String, look: Look
  ) {
    self.number = number
    self.at = at
    on = day
    self.user = user
    self.program = program
    self.look = look
  }

  /// A line as it was written; nil where no program can have written it.
  init?(_ fields: [String]) {
    guard fields.count == 9, let number = Int64(fields[0]), let at = Int64(fields[1]),
      let day = Day(fields[2]), let kind = Look.Kind(rawValue: fields[5]),
      let rows = Int(fields[8])
    else { return nil }
    self.init(
      number: number, at: Timestamp(rawValue: at), on: day, user: Self.plain(fields[3]),
      program: Self.plain(fields[4]),
      look: Look(
        kind, Self.plain(fields[6]), reference: Self.plain(fields[7]), rows: rows))
  }

  /// Nothing in a value may end it or its line.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        plain.append(scalar)
        continue
      }
      switch scalars.next() {
      case "t": plain.append("\t")
      case "n": plain.append("\n")
      case "r": plain.append("\r")
      case let other?: plain.append(other)
      case nil: break
      }
    }
    return String(plain)
  }
}

/// The lines of the journal with the chain that holds them together.
enum LookChain {
  /// The first line of every journal, before which nothing stands.
  static let head = "docket looks 1"

  /// A line as it stands in the file, with its chain.
  static func text(_ line: LookLine, after previous: String) -> (line: String, chain: String) {
    let fields = line.fields
    let chain = JournalChain.next(after: previous, fields: fields)
    return ((fields + [chain]).joined(separator: "\t"), chain)
  }

  /// What a line of the file says, and the chain value that the next one follows from.
  ///
  /// One that no program can have written is followed by its own bytes, so that the journal goes on
  /// and the damage stays in sight.
  static func read(
    _ text: Substring, after previous: String
  ) -> (line: LookLine?, isChained: Bool, chain: String) {
    var fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let chain = fields.popLast() ?? ""
    guard let line = LookLine(fields) else {
      return (nil, false, FileDigest.chain("", String(text)))
    }
    return (line, chain == JournalChain.next(after: previous, fields: fields), chain)
  }
}
