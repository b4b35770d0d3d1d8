/// Checks of the lines of a claim.
extension ClaimEdit {
  func pointers(_ claim: Claim837P) -> [ClaimEditFinding] {
    everyLine(claim) { number, line in
      if line.diagnosisPointers.isEmpty {
        return finding(
          loop: "2400", element: "SV107", line: number, "line points to no diagnosis")
      }
      let wrong = line.diagnosisPointers.first { $0 < 1 || $0 > claim.diagnoses.count }
      if let wrong {
        return finding(
          loop: "2400", element: "SV107", line: number,
          "line points to diagnosis \(wrong), but the claim has \(claim.diagnoses.count)")
      }
      guard line.diagnosisPointers.count > 4 else { return nil }
      return finding(
        loop: "2400", element: "SV107", line: number,
        "line points to \(line.diagnosisPointers.count) diagnoses, at most 4 fit")
    }
  }

  func modifierCount(_ claim: Claim837P) -> [ClaimEditFinding] {
    everyLine(claim) { number, line in
      guard line.procedure.modifiers.count > 4 else { return nil }
      return finding(
        loop: "2400", element: "SV101", line: number,
        "\(line.procedure.modifiers.count) modifiers, at most 4 fit; put 99 fourth and the rest "
          + "into the line note")
    }
  }

  /// Noridian's modifier rule: KX, GA, GY and GZ never stand together on one line.
  func coverageModifiers(_ claim: Claim837P) -> [ClaimEditFinding] {
    everyLine(claim) { number, line in
      let found = ["KX", "GA", "GY", "GZ"].filter(line.procedure.modifiers.contains)
      guard found.count > 1 else { return nil }
      return finding(
        loop: "2400", element: "SV101", line: number,
        "\(found.joined(separator: " and ")) cannot stand together on one line")
    }
  }

  func notes(_ claim: Claim837P) -> [ClaimEditFinding] {
    func check(_ notes: [X12Note], loop: String, line: Int?) -> [ClaimEditFinding] {
      notes.filter { $0.text.unicodeScalars.count > 80 }.map {
        finding(
          loop: loop, element: "NTE02", line: line,
          "note has \($0.text.unicodeScalars.count) characters, at most 80 fit")
      }
    }
    return check(claim.notes, loop: "2300", line: nil)
      + claim.lines.enumerated().flatMap {
        check($0.element.notes, loop: "2400", line: $0.offset + 1)
      }
  }

  func serviceDates(_ claim: Claim837P) -> [ClaimEditFinding] {
    everyLine(claim) { number, line in
      guard let date = line.serviceDate else {
        return finding(
          loop: "2400", element: "DTP03", line: number, "line has no date of service (DTP*472)")
      }
      guard !date.isValid else { return nil }
      return finding(
        loop: "2400", element: "DTP03", line: number,
        "\(date.value) is no date or no span of dates")
    }
  }

  func units(_ claim: Claim837P) -> [ClaimEditFinding] {
    everyLine(claim) { number, line in
      guard line.unitThousandths ?? 0 <= 0 else { return nil }
      return finding(
        loop: "2400", element: "SV104", line: number,
        line.units.isEmpty ? "units are missing" : "units are \(line.units), not more than zero")
    }
  }

  /// 005010X222A1 loop 2400 repeats fifty times.
  func lineCount(_ claim: Claim837P) -> [ClaimEditFinding] {
    guard !(1...50).contains(claim.lines.count) else { return [] }
    return [
      finding(
        loop: "2400", element: "LX01",
        claim.lines.isEmpty
          ? "claim has no service line" : "claim has \(claim.lines.count) lines, at most 50 fit")
    ]
  }

  /// Medicare pays no equipment that nobody is named to have ordered (loop 2420E, N264 and N265).
  func orderingProviders(_ claim: Claim837P) -> [ClaimEditFinding] {
    guard claim.subscriber.coverage.filingIndicator == "MB" else { return [] }
    return everyLine(claim) { number, line in
      guard line.orderingProvider?.name.npi.isEmpty != false else { return nil }
      return finding(
        loop: "2420E", element: "NM109", line: number,
        "line names no ordering provider with an NPI")
    }
  }

  private func everyLine(
    _ claim: Claim837P, _ check: (Int, ServiceLine837P) -> ClaimEditFinding?
  ) -> [ClaimEditFinding] {
    claim.lines.enumerated().compactMap { check($0.offset + 1, $0.element) }
  }
}
