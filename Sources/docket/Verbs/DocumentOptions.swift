import ArgumentParser
import Billing
import Cells
import Foundation
import Operations

/// What is said of a document.
struct DocumentOptions: ParsableArguments {
  @Option(help: "Kind of document.")
  var kind: DocumentKind?
  @Option(help: ArgumentHelp("Date of the order, visit, test or delivery.", valueName: "day"))
  var dated: String?
  @Option(help: ArgumentHelp("The day on which it was signed.", valueName: "day"))
  var signed: String?
  @Option(help: "Who signed it.") var signer = ""
  @Option(help: ArgumentHelp("First day that it covers.", valueName: "day")) var from: String?
  @Option(help: ArgumentHelp("Last day that it covers.", valueName: "day")) var through: String?
  @Option(help: "Number of an authorization.") var number = ""
  @Option(help: "Units or months that it grants; without it no limit.") var units: Int?
  @Option(help: ArgumentHelp("Codes that it speaks of; without it all.", valueName: "E0601,A7030"))
  var codes = ""
  @Option(help: "The result that counts, such as percent of nights of a usage report.")
  var value: Int?
  @Option(
    help: "The document's file: its SHA-256 is kept, the file stays where it is.",
    completion: .file())
  var file: String?

  func validate() throws {
    guard (units ?? 0) >= 0, (units ?? 0) <= 1_000_000 else {
      throw ValidationError("--units is a number from 0 up")
    }
  }
}

extension DocumentOptions {
  /// The document as typed; nil where no kind was given.
  ///
  /// - Throws: which option is no date, or why the file cannot be read.
  func draft(today: Day) throws(CommandFailure) -> DocumentDraft? {
    guard let kind else { return nil }
    var draft = DocumentDraft(
      kind: kind, dated: try DayArgument.readPast(dated, "--dated", today: today),
      signedOn: try DayArgument.readPast(signed, "--signed", today: today),
      signer: signer, validFrom: try DayArgument.read(optional: from, "--from", today: today),
      validThrough: try DayArgument.read(optional: through, "--through", today: today),
      codes: codes.split { ", ".contains($0) }.map { $0.uppercased() }, number: number,
      unitsGranted: units, value: value)
    if let file {
      draft.contentHash = FileDigest.hash(try InputFile.read(file))
      draft.fileReference = URL(fileURLWithPath: file).standardizedFileURL.path
    }
    return draft
  }
}
