import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket document list NUMBER|PATIENT`: what is on file.
struct DocumentListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the documents of an order, or of a patient.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "An order's number, or the beginning of a patient's name: \"DOE, JANE\".")
  var reference: String

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let found = try documents(opened.office)
    opened.saw("documents", rows: found.documents.count, asJSON: json)
    if json {
      return try Output.only(json: [
        "patient": .foreign(found.patient), "documents": .array(found.documents.map(\.json)),
      ])
    }
    var output = Output()
    try output.line(
      "\(foreign: found.patient): \(MoneyText.count(found.documents.count)) documents")
    if !found.documents.isEmpty { try output.table(DocumentTable.of(found.documents)) }
    try output.finish()
  }

  private func documents(
    _ office: Office
  ) throws -> (patient: String, documents: [Document]) {
    let rows = try office.orders(OrderQuery(text: reference, limit: 200)).rows
    if let row = rows.first(where: { $0.number == reference }) {
      let detail = try office.order(row.id)
      return (detail.order.patient.listName, detail.documents)
    }
    var patients: [Patient] = []
    for row in rows where !row.number.hasPrefix(reference) {
      let patient = try office.order(row.id).order.patient
      if !patients.contains(where: { $0.id == patient.id }) { patients.append(patient) }
    }
    guard let patient = patients.first else {
      throw CommandFailure(
        """
        there is no order and no patient \"\(foreign: reference)\"; see docket order list for \
        those there are
        """)
    }
    guard patients.count == 1 else {
      let names = patients.prefix(10).map { patient in
        patient.listName + (patient.birthDate.map { " (\($0))" } ?? "")
      }
      throw CommandFailure(
        """
        \(patients.count) patients begin with \"\(foreign: reference)\": \
        \(foreign: names.joined(separator: "; ")); give the number of an order
        """)
    }
    return (patient.listName, try office.documents(of: patient.id))
  }
}
