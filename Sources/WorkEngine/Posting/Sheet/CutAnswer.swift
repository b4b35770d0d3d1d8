import Billing

/// An answer as it is to be posted: lines mapped to the claim's, divided and held as a person says.
struct CutAnswer {
  var answer: RemittanceClaim
  /// For each line of ``answer``, the position in the claim's lines.
  var matches: [Int?]
  /// For each line of ``answer``, its position in what the payer sent, from 1.
  var sources: [Int]
  /// Lines of what the payer sent that stay in suspense.
  var held: Set<Int> = []
}

extension SheetWriter {
  /// Maps the lines of an answer; ends with a problem where one has money and no line.
  mutating func cutLines(of staged: StagedAnswer) -> CutAnswer {
    var cut = CutAnswer(answer: staged.answer, matches: [], sources: [])
    var matches = LineMatching.matches(staged.answer.lines, of: staged.answer, to: claim.lines)
    suggest(&matches, staged.answer.lines)
    cut.answer.lines = []
    for (index, line) in staged.answer.lines.enumerated() {
      let position = index + 1
      guard staged.leftLines.isEmpty || staged.leftLines.contains(position) else { continue }
      switch staged.isProposed ? nil : posting.instructions.lines[position] {
      case .held?: cut.held.insert(position)
      case .lines(let numbers)?: divide(line, position, over: numbers, &cut)
      case nil: place(line, position, matches[index], &cut)
      }
    }
    if staged.answer.lines.isEmpty, claim.lines.isEmpty {
      fail("The claim has no line that it could be posted to.")
    }
    if !cut.held.isEmpty || !staged.leftLines.isEmpty { restrict(&cut) }
    noteCharges(cut)
    return cut
  }

  /// A line that nothing names goes where its charge fits one free line alone (domain 5.5: a charge
  /// is a suggestion only, so the sheet says it).
  private mutating func suggest(_ matches: inout [Int?], _ lines: [RemittanceLine]) {
    let free = claim.lines.indices.filter { index in !matches.contains(index) }
    for index in lines.indices where matches[index] == nil && lines[index].charge != .zero {
      let hits = free.filter {
        claim.lines[$0].charge == lines[index].charge && !matches.contains($0)
      }
      guard hits.count == 1, let hit = hits.first else { continue }
      matches[index] = hit
      note(
        "\(lines[index].procedure.description) for \(lines[index].charge) goes to line "
          + "\(claim.lines[hit].number) (\(claim.lines[hit].procedure.description)) by its charge alone."
      )
    }
  }

  private mutating func place(
    _ line: RemittanceLine, _ position: Int, _ match: Int?, _ cut: inout CutAnswer
  ) {
    let name = "\(line.procedure.description) for \(line.charge)"
    if match == nil {
      guard line.paid == .zero, line.adjustments.allSatisfy({ $0.amount == .zero }) else {
        return fail(
          "No line of the claim matches line \(position), \(name): say which one it goes to, or "
            + "leave it in suspense.", line: position)
      }
      note("Line \(position), \(name), is information: the payer added it without an amount.")
    }
    append(line, position, match, &cut)
  }

  /// The charges that the payer reports, held against those that were billed; parts of a line
  /// together.
  private mutating func noteCharges(_ cut: CutAnswer) {
    for (index, line) in claim.lines.enumerated() {
      let reported = zip(cut.answer.lines, cut.matches).filter { $1 == index }.map(\.0.charge)
      guard !reported.isEmpty, reported.total() != line.charge else { continue }
      note(
        "Line \(line.number): billed \(line.charge), the payer reports \(reported.total()): "
          + "\(reported.total() - line.charge) apart.")
    }
  }

  private mutating func divide(
    _ line: RemittanceLine, _ position: Int, over numbers: [Int], _ cut: inout CutAnswer
  ) {
    let indices = numbers.compactMap { number in
      claim.lines.firstIndex { $0.number == number }
    }
    guard indices.count == numbers.count, !indices.isEmpty else {
      let all = claim.lines.map { String($0.number) }.joined(separator: ", ")
      return fail(
        "Line \(position) goes to a line that the claim does not have; it has \(all).",
        line: position)
    }
    let weights = indices.map { claim.lines[$0].charge }
    func shares(_ amount: Cents) -> [Cents] { Allocation.shares(of: amount, by: weights) }
    let charges = shares(line.charge)
    let paid = shares(line.paid)
    let reductions = line.adjustments.map { shares($0.amount) }
    for (place, index) in indices.enumerated() {
      var part = line
      part.charge = charges[place]
      part.paid = paid[place]
      for (number, amounts) in reductions.enumerated() {
        part.adjustments[number].amount = amounts[place]
      }
      if indices.count > 1 { part.allowed = nil }
      append(part, position, index, &cut)
    }
  }

  private func append(
    _ line: RemittanceLine, _ position: Int, _ match: Int?, _ cut: inout CutAnswer
  ) {
    cut.answer.lines.append(line)
    cut.matches.append(match)
    cut.sources.append(position)
  }

  /// An answer of which some lines stay behind speaks for the others alone.
  private mutating func restrict(_ cut: inout CutAnswer) {
    guard cut.answer.adjustments.allSatisfy({ $0.amount == .zero }) else {
      return fail(
        "The answer reduces the whole claim: its lines cannot be posted apart.")
    }
    cut.answer.charge = cut.answer.lines.map(\.charge).total()
    cut.answer.paid = cut.answer.lines.map(\.paid).total()
    if cut.answer.lines.isEmpty { fail("Every line stays in suspense: nothing would be posted.") }
  }

  // MARK: How lines are shown

  /// The lines of an answer as the sheet shows them; a reversal has no cut.
  func lines(of staged: StagedAnswer, _ cut: CutAnswer? = nil) -> [SheetLine] {
    let answer = staged.answer
    let cut = cut ?? uncut(answer)
    var rows: [SheetLine] = []
    if answer.lines.isEmpty || !answer.adjustments.isEmpty {
      rows.append(
        SheetLine(
          answer: staged.id, position: 0, procedure: ProcedureCode(""), charge: answer.charge,
          paid: answer.lines.isEmpty ? answer.paid : .zero,
          reductions: reductions(
            answer.adjustments, of: answer, charge: answer.charge, paid: answer.paid,
            answer.remarks),
          targets: answer.lines.isEmpty ? claim.lines.map(\.number) : [], isHeld: false))
    }
    for (index, line) in answer.lines.enumerated() {
      let targets = zip(cut.sources, cut.matches).filter { $0.0 == index + 1 }
        .compactMap { $0.1.map { claim.lines[$0].number } }
      rows.append(
        SheetLine(
          answer: staged.id, position: index + 1, procedure: line.procedure, charge: line.charge,
          paid: line.paid,
          reductions: reductions(
            line.adjustments, of: answer, charge: line.charge, paid: line.paid,
            line.remarks + answer.remarks),
          targets: targets, isHeld: cut.held.contains(index + 1)))
    }
    return rows
  }

  /// A reversal names the lines of its original by the same charges, negated.
  private func uncut(_ answer: RemittanceClaim) -> CutAnswer {
    var lines = answer.lines
    for index in lines.indices where lines[index].charge < .zero {
      lines[index].charge = -lines[index].charge
    }
    return CutAnswer(
      answer: answer, matches: LineMatching.matches(lines, of: answer, to: claim.lines),
      sources: Array(1..<(lines.count + 1)))
  }

  private func reductions(
    _ adjustments: [Adjustment], of answer: RemittanceClaim, charge: Cents, paid: Cents,
    _ remarks: [String]
  ) -> [SheetLine.Reduction] {
    let kinds = DenialClassification.kinds(
      of: adjustments, remarks: remarks, charge: charge, paid: paid,
      isDenied: answer.status == .denied, family: claim.payer.family, rules: rules)
    return zip(adjustments, kinds).map { SheetLine.Reduction(adjustment: $0, kind: $1) }
  }
}
