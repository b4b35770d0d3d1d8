// A file that went out, as lines for people and as JSON.

import Billing
import Cells
import Desk

extension OutgoingDetail {
  func print(to output: inout Output) throws(CommandFailure) {
    if let file {
      try output.line(
        """
        \(foreign: file.name): \(file.kind.words), written \(file.writtenOn.shown), \
        \(file.words)
        """)
      if let hash = file.contentHash, let count = file.byteCount {
        try output.line(
          "\(MoneyText.count(Int(clamping: count))) bytes, SHA-256 \(foreign: hash)")
      }
    }
    try batch?.print(to: &output)
    guard !questions.isEmpty else { return }
    var table = TextTable([
      .init("question"), .init("patient", limit: 30), .init("payer", limit: 36),
      .init("answered"),
    ])
    for question in questions {
      table.add(
        "\(foreign: question.trace)", "\(foreign: question.patient)",
        "\(foreign: question.payer)", question.answeredOn.shown)
    }
    try output.table(table)
  }

  var json: JSONValue {
    .object(
      shownBatch.members + [
        .init(
          "outgoing",
          .optional(file) { file in
            [
              "file": .exact(file.name), "kind": .foreign(file.kind.rawValue),
              "state": .foreign(file.state.rawValue), "written": .day(file.writtenOn),
              "gone": .day(file.goneOn),
              "interchange_control": .foreign(file.interchangeControl),
              "sha256": .optional(file.contentHash) { .foreign($0) },
              "bytes": .optional(file.byteCount) { .integer($0) },
            ]
          }),
        .init(
          "questions",
          .array(
            questions.map { question in
              [
                "trace": .foreign(question.trace), "patient": .foreign(question.patient),
                "payer": .foreign(question.payer), "answered": .day(question.answeredOn),
              ]
            })),
      ])
  }

  /// Without claims it has the keys of a batch all the same.
  private var shownBatch: BatchDetail {
    batch
      ?? BatchDetail(
        batch: Batch(
          id: BatchID(0), fileName: file?.name ?? "", receiver: "",
          interchangeControl: file?.interchangeControl ?? "",
          sentOn: file?.writtenOn ?? Day(rawValue: 0), claims: 0, total: .zero),
        claims: [], answers: [])
  }
}

extension OutgoingFile.Kind {
  var words: SafeText {
    switch self {
    case .batch: "a batch of claims"
    case .claim: "one claim"
    case .eligibility: "questions about coverage"
    }
  }
}

extension OutgoingFile {
  /// Where it is.
  var words: SafeText {
    switch state {
    case .pending: "not yet seen whole in the outbox"
    case .written: "in the outbox"
    case .gone: "picked up, first seen gone \(goneOn.shown)"
    case .withdrawn: "taken back"
    }
  }
}
