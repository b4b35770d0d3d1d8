// Documents as a table and as JSON.

import Billing
import Cells

extension Document {
  var json: JSONValue {
    [
      "id": .integer(id.rawValue),
      "kind": .foreign(content.kind.rawValue),
      "dated": .day(content.dated),
      "signed": .day(content.signedOn),
      "signer": .foreign(content.signer),
      "valid_from": .day(content.valid.from),
      "valid_through": .day(content.valid.through),
      "codes": .array(content.codes.map { .foreign($0) }),
      "number": .foreign(content.number),
      "units_granted": .optional(content.unitsGranted) { .integer($0) },
      "units_used": .integer(unitsUsed),
      "value": .optional(content.value) { .integer($0) },
      "answers": .array(
        content.answers.map { ["code": .foreign($0.code), "units": .integer($0.units)] }),
      "sha256": .foreign(content.contentHash),
      "file": .exact(content.fileReference),
      "received": .day(receivedOn),
    ]
  }
}

/// Documents as rows for people.
enum DocumentTable {
  static func of(_ documents: [Document]) -> TextTable {
    var table = TextTable([
      .init("no.", .trailing), .init("document"), .init("dated"), .init("signed"),
      .init("by", limit: 24), .init("valid"), .init("number", limit: 24),
      .init("left", .trailing), .init("file", limit: 40),
    ])
    for document in documents {
      let content = document.content
      let valid: SafeText =
        content.valid.from == nil && content.valid.through == nil
        ? "" : "\(content.valid.from.shown) to \(content.valid.through.shown)"
      table.add(
        "\(document.id.rawValue)", "\(foreign: content.kind.title)", content.dated.shown,
        content.signedOn.shown, "\(foreign: content.signer)", valid, "\(foreign: content.number)",
        document.unitsLeft.map { "\($0)" } ?? "", "\(foreign: content.fileReference)")
    }
    return table
  }
}
