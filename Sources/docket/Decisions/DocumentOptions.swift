import ArgumentParser
import Billing
import Cells
import Foundation
import Operations

/// What is said of a document or an authorization.
struct DocumentOptions: ParsableArguments, FieldOptions {
  @Option(help: "Kind of document.") var kind: DocumentKind?
  @Option(help: ArgumentHelp("Date of the order, visit, test or delivery.", valueName: "day"))
  var dated: String?
  @Option(help: ArgumentHelp("The day on which it was signed.", valueName: "day"))
  var signed: String?
  @Option(help: ArgumentHelp("Who signed it.", valueName: "name")) var signer: String?
  @Option(help: ArgumentHelp("First day that it covers.", valueName: "day")) var from: String?
  @Option(help: ArgumentHelp("Last day that it covers.", valueName: "day")) var through: String?
  @Option(help: ArgumentHelp("Number of an authorization.", valueName: "text")) var number: String?
  @Option(
    help: ArgumentHelp("Units or months that it grants; without it no limit.", valueName: "number"))
  var units: String?
  @Option(help: ArgumentHelp("Codes that it speaks of; without it all.", valueName: "E0601,A7030"))
  var codes: String?
  @Option(
    help: ArgumentHelp(
      "The result that counts, such as percent of nights of a usage report.", valueName: "number"))
  var value: String?
  @Option(
    help: "The document's file: its SHA-256 is kept, the file stays where it is.",
    completion: .file())
  var file: String?

  /// - Throws: why the file cannot be read.
  func fill(_ fields: inout TypedFields) throws(CommandFailure) {
    try fields.set("kind", kind?.rawValue)
    try fields.set("dated", dated)
    try fields.set("signed", signed)
    try fields.set("signer", signer)
    try fields.set("from", from)
    try fields.set("through", through)
    try fields.set("number", number)
    try fields.set("units", units)
    try fields.set("codes", codes)
    try fields.set("value", value)
    guard let file else { return }
    try fields.set("hash", FileDigest.hash(try InputFile.read(file)))
    try fields.set("file", URL(fileURLWithPath: file).standardizedFileURL.path)
  }
}
