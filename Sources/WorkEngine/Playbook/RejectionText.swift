package import Billing

/// One status triple of a 277CA (STC01, STC10 or STC11).
package struct StatusTriple: Hashable, Sendable {
  /// Claim status category, `A7`.
  package var category: String
  /// Claim status code, `507`.
  package var status: String
  /// Entity identifier code, `85`; empty where none.
  package var entity: String

  package init(category: String, status: String, entity: String = "") {
    self.category = category
    self.status = status
    self.entity = entity
  }

  /// `A8:562:85`.
  package var code: String {
    [category, status, entity].filter { !$0.isEmpty }.joined(separator: ":")
  }
}

/// One STC segment: up to three triples that are read together.
package struct StatusFinding: Hashable, Sendable {
  package var triples: [StatusTriple]
  /// Line control number (REF*FJ) where it is about one line, else empty.
  package var line: String
  /// STC12, foreign text.
  package var payerText: String

  package init(_ triples: [StatusTriple], line: String = "", payerText: String = "") {
    self.triples = triples
    self.line = line
    self.payerText = payerText
  }
}

/// One error of a 999 (IK3, and IK4 where an element is named).
package struct SyntaxFinding: Hashable, Sendable {
  /// IK301, `NM1`.
  package var segment: String
  /// IK303, `2420E`; empty where none.
  package var loop: String
  /// IK304; empty where none.
  package var segmentError: String
  /// IK401-1, 0 where no element is named.
  package var element: Int
  /// IK403; empty where none.
  package var elementError: String
  /// IK404, the bad value; foreign text.
  package var value: String
  /// Line number where the context names one, else empty.
  package var line: String

  package init(
    segment: String, loop: String = "", segmentError: String = "", element: Int = 0,
    elementError: String = "", value: String = "", line: String = ""
  ) {
    self.segment = segment
    self.loop = loop
    self.segmentError = segmentError
    self.element = element
    self.elementError = elementError
    self.value = value
    self.line = line
  }
}

/// Puts front-end rejections into plain words (domain reference 4.2 to 4.4).
package enum RejectionText {
  /// The reasons of a 277CA rejection, each once, in the order of the file.
  ///
  /// Codes that only point on (category A3 with status 247, and carriers such as 21) are left out
  /// where something more telling stands beside them.
  package static func reasons(_ findings: [StatusFinding], rules: RuleBook) -> [RejectionReason] {
    var reasons: [RejectionReason] = []
    var pointers: [RejectionReason] = []
    for finding in findings {
      let telling = finding.triples.filter { !isPointer($0) }
      if telling.isEmpty {
        pointers += finding.triples.prefix(1).map { reason([$0], finding, rules) }
      } else if telling.count > 1, telling.allSatisfy({ $0.category == "A8" }) {
        // A8 says that fields contradict each other: only together do they name the error.
        reasons.append(reason(telling, finding, rules))
      } else {
        reasons += telling.map { reason([$0], finding, rules) }
      }
    }
    return unique(reasons.isEmpty ? pointers : reasons)
  }

  /// The reasons of a 999 rejection, each once, in the order of the file.
  package static func reasons(_ findings: [SyntaxFinding], rules: RuleBook) -> [RejectionReason] {
    unique(findings.map { reason($0, rules) })
  }

  private static let pointers: Set<String> = ["19", "20", "21", "23", "247"]

  private static func isPointer(_ triple: StatusTriple) -> Bool {
    pointers.contains(triple.status)
  }

  private static func reason(
    _ triples: [StatusTriple], _ finding: StatusFinding, _ rules: RuleBook
  ) -> RejectionReason {
    let names = triples.map { triple in
      let meaning = rules.statusCodes[triple.status]?.meaning ?? "status \(triple.status)"
      let entity = EntityName.of(triple.entity)
      return entity.isEmpty ? meaning : meaning + " of the " + entity
    }
    let category = rules.statusCategories[triples.first?.category ?? ""]?.meaning ?? ""
    var fixes: [String] = []
    for triple in triples {
      guard let fix = rules.statusCodes[triple.status]?.fix, !fixes.contains(fix) else { continue }
      fixes.append(fix)
    }
    return RejectionReason(
      code: triples.map(\.code).joined(separator: " "),
      meaning: (category.isEmpty ? "" : category + ": ") + names.joined(separator: "; "),
      fix: fixes.filter { !$0.isEmpty }.joined(separator: "; "), line: finding.line,
      payerText: finding.payerText)
  }

  private static func reason(_ finding: SyntaxFinding, _ rules: RuleBook) -> RejectionReason {
    let isElement = finding.element > 0
    let position = finding.element < 10 ? "0\(finding.element)" : "\(finding.element)"
    let error = isElement ? finding.elementError : finding.segmentError
    let row = rules.statusCodes[(isElement ? "IK403:" : "IK304:") + error]
    var place = finding.segment + (isElement ? position : "")
    if !finding.loop.isEmpty {
      place += " in loop " + finding.loop
      let name = LoopName.of(finding.loop)
      if !name.isEmpty { place += " (" + name + ")" }
    }
    let code =
      isElement
      ? "IK4 \(finding.segment)-\(position) \(error)" : "IK3 \(finding.segment) \(error)"
    return RejectionReason(
      code: code, meaning: place + ": " + (row?.meaning ?? "error \(error)"),
      fix: row?.fix ?? "compare the segment with the implementation guide", line: finding.line,
      payerText: finding.value)
  }

  private static func unique(_ reasons: [RejectionReason]) -> [RejectionReason] {
    var seen: [RejectionReason] = []
    for reason in reasons where !seen.contains(reason) { seen.append(reason) }
    return seen
  }
}

/// Who an entity identifier code of STC01-3 means.
enum EntityName {
  static func of(_ code: String) -> String {
    switch code {
    case "": ""
    case "85": "billing provider"
    case "87": "pay-to provider"
    case "DK": "ordering provider"
    case "DN": "referring provider"
    case "82": "rendering provider"
    case "IL": "subscriber"
    case "QC": "patient"
    case "PR": "payer"
    case "40": "receiver"
    case "41": "submitter"
    case "77": "service facility"
    case "GB": "other insured"
    default: "entity " + code
    }
  }
}

/// What a loop of the 837P holds (005010X222A1).
enum LoopName {
  static func of(_ loop: String) -> String {
    switch loop {
    case "1000A": "submitter"
    case "1000B": "receiver"
    case "2000A", "2010AA": "billing provider"
    case "2010AB": "pay-to address"
    case "2000B", "2010BA": "subscriber"
    case "2010BB": "payer"
    case "2000C", "2010CA": "patient"
    case "2300": "claim"
    case "2310A": "referring provider"
    case "2310B": "rendering provider"
    case "2310C": "service facility"
    case "2310D": "supervising provider"
    case "2320": "other coverage"
    case "2330A": "other subscriber"
    case "2330B": "other payer"
    case "2400": "service line"
    case "2410": "drug"
    case "2420A": "line rendering provider"
    case "2420E": "ordering provider"
    case "2420F": "line referring provider"
    case "2430": "other payer's answer on the line"
    case "2440": "form"
    default: ""
    }
  }
}
