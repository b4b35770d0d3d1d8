// An order with everything around it, as lines for people.

import Billing
import Cells
import Desk

extension OrderDetail {
  func print(to output: inout Output) throws(CommandFailure) {
    try output.line(
      """
      Order \(foreign: order.number)  \(foreign: order.patient.listName)  \
      \(foreign: order.standing.rawValue)\(item.map { ", item \($0.rawValue)" } ?? "")
      """)
    try printPeople(to: &output)
    try printCoverages(to: &output)
    try printLines(to: &output)
    if !documents.isEmpty {
      try output.line()
      try output.table(DocumentTable.of(documents))
    }
    try printFindings(to: &output)
    try printCharges(to: &output)
  }

  private func printPeople(to output: inout Output) throws(CommandFailure) {
    let patient = order.patient
    let address = patient.address
    try output.line(
      .joined([
        patient.birthDate.map { "Born \($0.shown)" } ?? "", "\(foreign: patient.sex)",
        "\(foreign: address.street)", "\(foreign: address.street2)", "\(foreign: address.city)",
        "\(foreign: address.state)", "\(foreign: address.zip)", "\(foreign: patient.phone)",
      ]))
    if let prescriber = order.prescriber {
      let enrolled: SafeText =
        switch prescriber.isEnrolled {
        case true?: "may order for Medicare"
        case false?: "may not order for Medicare"
        case nil: ""
        }
      try output.line(
        .joined([
          "Prescriber \(foreign: prescriber.listName)", "NPI \(foreign: prescriber.npi)",
          prescriber.phone.isEmpty ? "" : "phone \(foreign: prescriber.phone)",
          prescriber.fax.isEmpty ? "" : "fax \(foreign: prescriber.fax)", enrolled,
        ]))
    } else {
      try output.line("No prescriber")
    }
    try output.line(
      .joined([
        "Prescribed \(order.orderedOn.shown)", "received \(order.receivedOn.shown)",
        "\(foreign: order.delivery.method.rawValue)",
        order.delivery.shippedOn.map { "shipped \($0.shown)" } ?? "",
        order.delivery.deliveredOn.map { "delivered \($0.shown)" } ?? "",
        order.delivery.tracking.isEmpty ? "" : "tracking \(foreign: order.delivery.tracking)",
        "place of service \(foreign: order.placeOfService)",
        "diagnoses \(foreign: order.diagnoses.joined(separator: " "))",
      ]))
    for stay in order.stays {
      try output.line(
        "Stay: \(foreign: stay.kind.rawValue), \(stay.from.shown) to \(stay.through.shown)")
    }
  }

  private func printCoverages(to output: inout Output) throws(CommandFailure) {
    guard !order.coverages.isEmpty else { return try output.line("No payer") }
    try output.line()
    var table = TextTable([
      .init("pays"), .init("payer", limit: 36), .init("kind"), .init("member"), .init("group"),
      .init("from"), .init("through"), .init("subscriber", limit: 24),
    ])
    for coverage in order.coverages {
      let subscriber = coverage.subscriber.map { $0.lastName + ", " + $0.firstName } ?? ""
      table.add(
        "\(foreign: coverage.sequence.title)", "\(foreign: coverage.payer.name)",
        "\(foreign: coverage.payer.family.title)", "\(foreign: coverage.memberID)",
        "\(foreign: coverage.groupNumber)", coverage.effective.from.shown,
        coverage.effective.through.shown, "\(foreign: subscriber)")
    }
    try output.table(table)
  }

  private func printLines(to output: inout Output) throws(CommandFailure) {
    try output.line()
    var table = TextTable([
      .init("line", .trailing), .init("kind"), .init("item"), .init("prescribed", .trailing),
      .init("delivered", .trailing), .init("each", .trailing), .init("expected", .trailing),
      .init("serial"), .init("days", .trailing), .init("month", .trailing),
      .init("authorization"), .init("description", limit: 40),
    ])
    for line in order.lines {
      table.add(
        "\(line.number)", "\(foreign: line.kind.rawValue)",
        "\(foreign: line.procedure.description)", "\(line.prescribedUnits)",
        "\(line.deliveredUnits)", line.unitCharge.shown,
        expected[line.number].map { $0.shown } ?? "", "\(foreign: line.serialNumber)",
        line.daysSupplied.map { "\($0)" } ?? "",
        line.kind == .rental ? "\(line.firstRentalMonth)" : "",
        "\(foreign: line.authorizationNumber)", "\(foreign: line.description)")
    }
    try output.table(table)
  }

  private func printFindings(to output: inout Output) throws(CommandFailure) {
    guard !findings.isEmpty else { return }
    try output.line()
    for finding in findings {
      try output.line(
        """
        \(finding.isBlocking ? "Must be right" : "Look at")\
        \(finding.line.map { ", line \($0)" } ?? ""): \(foreign: finding.message)
        """)
      try output.line("  Fix: \(foreign: finding.fix)")
    }
  }

  private func printCharges(to output: inout Output) throws(CommandFailure) {
    guard !charges.isEmpty else { return }
    try output.line()
    var table = TextTable([
      .init("charge", .trailing), .init("service"), .init("through"), .init("item"),
      .init("month", .trailing), .init("units", .trailing), .init("amount", .trailing),
      .init("expected", .trailing), .init("where it is"), .init("claim"), .init("holds"),
    ])
    for row in charges {
      table.add(
        "\(row.charge.id.rawValue)", row.charge.serviceFrom.shown,
        row.charge.serviceThrough.shown, "\(foreign: row.charge.procedure.description)",
        row.charge.rentalMonth.map { "\($0)" } ?? "", "\(row.charge.units)",
        row.charge.amount.shown, row.charge.expected.shown, "\(foreign: row.place.title)",
        "\(foreign: row.claimNumber)", "\(foreign: row.holds.joined(separator: ", "))")
    }
    try output.table(table)
  }
}
