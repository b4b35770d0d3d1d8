/// Books read from raw files by a plain algorithm of its own: every file is cut at `~` and `*`, and what
/// a line comes to is what its last answer says, not what one entry after another moved.
struct PlainLedger {
  /// One line of one bill, in cents.
  struct Line: Equatable {
    var charge: Int64 = 0
    var cash: Int64 = 0
    var contractual: Int64 = 0
    var other: Int64 = 0
    var patient: Int64 = 0
    var nextPayer: Int64 = 0
    var payer: Int64 = 0
  }

  /// By `A101/P/1`: claim number, payer level, line.
  private(set) var lines: [String: Line] = [:]
  /// Totals by account.
  private(set) var totals: [String: Int64] = [:]

  private struct Answer {
    var charge: Int64
    var paid: Int64
    var passesOn: Bool
    /// By control number of the line: paid and reductions by code.
    var lines: [String: (paid: Int64, cas: [(code: String, cents: Int64)])]
  }

  private struct Bill {
    var lines: [(number: String, charge: Int64, asked: Int64)]
    var hasNext = false
    var answers: [Answer] = []
    var later: [Answer] = []
  }

  private var bills: [String: Bill] = [:]
  private var seen: Set<String> = []

  /// Reads a whole set of files in whatever order, by the days that stand in them.
  init(_ files: [[UInt8]]) {
    var events: [(day: String, rank: Int, segments: [[Substring]])] = []
    for file in files {
      let text = String(decoding: file, as: UTF8.self)
      guard text.hasPrefix("ISA") else {
        bank(text)
        continue
      }
      let segments = text.split(separator: "~").map {
        $0.drop { $0.isWhitespace }.split(separator: "*", omittingEmptySubsequences: false)
      }
      let isBill = segments.contains { $0.first == "BHT" }
      let day = isBill ? Self.value("BHT", 4, segments) : Self.value("DTM", 2, segments)
      events.append((day, isBill ? 0 : 1, segments))
    }
    events.sort { ($0.day, $0.rank) < ($1.day, $1.rank) }
    for event in events {
      if event.rank == 0 { bill(event.segments) } else { remittance(event.segments) }
    }
    sumUp()
  }

  private static func value(_ name: String, _ place: Int, _ segments: [[Substring]]) -> String {
    segments.first { $0.first.map(String.init) == name }.map { String($0[place]) } ?? ""
  }

  /// `12.5` in cents.
  private static func cents(_ text: Substring) -> Int64 {
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let whole = (Int64(parts.first ?? "") ?? 0) * 100
    let fraction = parts.count > 1 ? Int64((parts[1] + "00").prefix(2)) ?? 0 : 0
    return text.hasPrefix("-") ? -(whole + fraction) : whole + fraction
  }

  // MARK: Bills

  private mutating func bill(_ segments: [[Substring]]) {
    var number = ""
    var level = ""
    var frequency = ""
    var hasNext = false
    var lines: [(number: String, charge: Int64, asked: Int64)] = []
    for segment in segments {
      switch segment[0] {
      case "SBR" where level.isEmpty: level = String(segment[1])
      case "SBR": hasNext = hasNext || segment[1] > level
      case "CLM":
        number = String(segment[1])
        frequency = String(segment[5].last ?? "1")
      case "SV1":
        let charge = Self.cents(segment[2])
        lines.append(("", charge, charge))
      case "REF" where segment[1] == "6R": lines[lines.count - 1].number = String(segment[2])
      case "SVD": lines[lines.count - 1].asked -= Self.cents(segment[2])
      case "CAS" where !lines.isEmpty:
        for place in stride(from: 3, to: segment.count, by: 3) {
          lines[lines.count - 1].asked -= Self.cents(segment[place])
        }
      default: break
      }
    }
    let key = number + "/" + level
    if bills[key] == nil {
      bills[key] = Bill(lines: lines, hasNext: hasNext)
    } else if frequency == "7" {
      bills[key]?.lines = lines
    }
  }

  // MARK: Remittances

  private mutating func remittance(_ segments: [[Substring]]) {
    guard seen.insert(Self.value("TRN", 2, segments)).inserted else { return }
    totals["cash", default: 0] += Self.cents(Substring(Self.value("BPR", 2, segments)))
    let payer = Self.value("N1", 4, segments)
    var starts = segments.indices.filter { segments[$0][0] == "CLP" }
    for segment in segments where segment[0] == "PLB" {
      for place in stride(from: 3, to: segment.count - 1, by: 2) {
        let account =
          switch segment[place].prefix(2) {
          case "FB": "forwarding-balance"
          case "L6": "interest-income"
          default: "recoupment"
          }
        totals[account, default: 0] += Self.cents(segment[place + 1])
      }
    }
    starts.append(segments.endIndex)
    for (start, end) in zip(starts, starts.dropFirst()) {
      answer(Array(segments[start..<end]), payer: payer)
    }
  }

  private mutating func answer(_ segments: [[Substring]], payer: String) {
    let clp = segments[0]
    var answer = Answer(
      charge: Self.cents(clp[3]), paid: Self.cents(clp[4]),
      passesOn: clp[2] == "19" || segments.contains { $0[0] == "NM1" && $0[1] == "TT" },
      lines: [:])
    var paid: Int64 = 0
    var cas: [(code: String, cents: Int64)] = []
    for segment in segments {
      switch segment[0] {
      case "SVC":
        paid = Self.cents(segment[3])
        cas = []
      case "CAS":
        for place in stride(from: 2, to: segment.count, by: 3) {
          cas.append((segment[1] + "-" + segment[place], Self.cents(segment[place + 1])))
        }
      case "REF" where segment[1] == "6R": answer.lines[String(segment[2])] = (paid, cas)
      default: break
      }
    }
    let isLater = clp[2] == "2"
    let number = String(clp[1])
    let own = number + (isLater ? "/S" : "/P")
    let key = bills[own] == nil ? number + "/P" : own
    let isBeside = key != own
    guard var bill = bills[key] else { return }
    var answers = isBeside ? bill.later : bill.answers
    let codes = Set(answer.lines.values.flatMap { $0.cas.map(\.code) })
    if clp[2] == "22" {
      let original = answers.lastIndex { $0.charge == -answer.charge && $0.paid == -answer.paid }
      if let original { answers.remove(at: original) }
    } else if codes != ["CO-18"] {
      answers.append(answer)
    }
    if isBeside { bill.later = answers } else { bill.answers = answers }
    bills[key] = bill
  }

  // MARK: The bank

  private mutating func bank(_ text: String) {
    for line in text.split(separator: "\n") where line.hasPrefix("16,") {
      let cents = Int64(line.split(separator: ",", omittingEmptySubsequences: false)[2]) ?? 0
      totals["bank", default: 0] += cents
      totals["cash", default: 0] -= cents
    }
  }

  // MARK: What it comes to

  private mutating func sumUp() {
    for (key, bill) in bills {
      for (place, billed) in bill.lines.enumerated() {
        var line = Line(charge: billed.charge)
        line.payer = billed.asked
        apply(bill.answers, billed.number, &line, hasNext: bill.hasNext)
        if !bill.later.isEmpty { applyLater(bill.later, billed.number, &line) }
        if key.hasSuffix("/P") {
          totals["revenue", default: 0] -= billed.charge
          let later = bills[key.dropLast() + "S"]
          let asked = later?.lines.first { $0.number == billed.number }?.asked ?? 0
          let share = min(asked, line.nextPayer)
          line.nextPayer -= share
          line.payer -= asked - share
        }
        lines["\(key)/\(place + 1)"] = line
      }
    }
  }

  private func apply(
    _ answers: [Answer], _ number: String, _ line: inout Line, hasNext: Bool
  ) {
    let said = answers.filter { $0.lines[number] != nil }
    line.cash = said.compactMap { $0.lines[number]?.paid }.reduce(0, +)
    var share: Int64 = 0
    for (code, cents) in said.last?.lines[number]?.cas ?? [] {
      switch code {
      case "CO-45": line.contractual += cents
      case "CO-253": line.other += cents
      default: if code.hasPrefix("PR") { share += cents }
      }
    }
    if hasNext || said.last?.passesOn == true {
      line.nextPayer = share
    } else {
      line.patient = share
    }
    line.payer -= line.cash + line.contractual + line.other + share
  }

  private func applyLater(_ answers: [Answer], _ number: String, _ line: inout Line) {
    var next = Line(payer: line.nextPayer)
    apply(answers, number, &next, hasNext: false)
    line.cash += next.cash
    line.contractual += next.contractual
    line.other += next.other
    line.patient += next.patient
    line.nextPayer = next.payer
  }
}
