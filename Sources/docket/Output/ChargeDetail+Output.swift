// A charge that is on no claim yet, as lines for people and as JSON.

import Billing
import Cells
import Desk

extension ChargeDetail {
  func print(to output: inout Output) throws(CommandFailure) {
    try output.line(
      """
      Charge \(charge.id.rawValue) of order \(foreign: order.number), line \
      \(charge.orderLine): \(foreign: charge.procedure.description), \
      \(charge.units) units, \(charge.serviceFrom.shown) to \(charge.serviceThrough.shown), \
      \(charge.amount.shown), expected \(charge.expected.shown); \(foreign: place.title)
      """)
    if let coverage {
      try output.line(
        """
        \(foreign: coverage.payer.name), \(foreign: coverage.sequence.title), member \
        \(foreign: coverage.memberID)
        """)
    }
    if let rental {
      let month = charge.rentalMonth.map { "\($0)" } ?? "?"
      let cap = rental.capMonths.map { " of \($0)" } ?? ""
      try output.line(
        """
        Rental month \(foreign: month + cap), since \(rental.startedOn.shown)\
        \(rental.pickedUpOn.map { ", picked up \($0.shown)" } ?? "")
        """)
    }
    for (name, text) in [
      ("Serial", charge.serialNumber), ("Authorization", charge.authorizationNumber),
      ("Narrative", charge.narrative),
    ] where !text.isEmpty {
      try output.line("\(foreign: name): \(foreign: text)")
    }
    if let eligibility {
      try output.line(
        """
        Eligibility on \(eligibility.answeredOn.shown): \(foreign: eligibility.standing.rawValue) \
        \(foreign: eligibility.planName)
        """)
    }
    try printHolds(to: &output)
    for finding in findings {
      try output.line("Look at: \(foreign: finding.message)")
      try output.line("  Fix: \(foreign: finding.advice)")
    }
    if !documents.isEmpty { try output.table(DocumentTable.of(documents)) }
  }

  private func printHolds(to output: inout Output) throws(CommandFailure) {
    for row in holds {
      let hold = row.hold
      let scope: SafeText =
        if case .rental = hold.subject { ", with the months to come" } else { "" }
      try output.line(
        """
        Hold \(hold.id.rawValue), \(foreign: hold.type.title): \(foreign: row.title), \
        \(foreign: hold.team.title)\(hold.owner.map { ", \(foreign: $0)" } ?? ""), \
        since \(hold.placedOn.shown) (\(row.days) days) by \(foreign: hold.placedBy)\(scope)\
        \(hold.reviewOn.map { ", looked at again \($0.shown)" } ?? "")
        """)
      if !hold.detail.isEmpty { try output.line("  \(foreign: hold.detail)") }
      if let release = hold.release {
        try output.line(
          """
            Released \(release.on.shown) by \(foreign: release.by): \(foreign: release.evidence)
          """)
      }
    }
  }

  var json: JSONValue {
    .object(
      charge.members + [
        .init("place", .foreign(place.rawValue)),
        .init("order", .foreign(order.number)),
        .init("patient", order.patient.json),
        .init("coverage", .optional(coverage) { $0.json }),
        .init("rental", .optional(rental) { $0.json }),
        .init(
          "holds",
          .array(
            holds.map { row in
              .object(
                row.hold.members(title: row.title, days: row.days) + [
                  .init(
                    "release",
                    .optional(row.hold.release) { release in
                      [
                        "on": .day(release.on), "by": .foreign(release.by),
                        "evidence": .foreign(release.evidence),
                      ]
                    })
                ])
            })),
        .init(
          "findings",
          .array(
            findings.map { finding in
              [
                "edit": .foreign(finding.edit),
                "hold_reason": .optional(finding.holdReason) { .foreign($0) },
                "message": .foreign(finding.message), "fix": .foreign(finding.advice),
              ]
            })),
        .init("documents", .array(documents.map(\.json))),
        .init("eligibility", .optional(eligibility) { $0.json }),
      ])
  }
}

extension Hold {
  func members(title: String, days: Int) -> [JSONValue.Member] {
    var isForAgreement = false
    if case .rental = subject { isForAgreement = true }
    return [
      .init("hold", .integer(id.rawValue)),
      .init("type", .foreign(type.rawValue)),
      .init("reason_code", .foreign(reason)),
      .init("reason", .foreign(title)),
      .init("detail", .foreign(detail)),
      .init("team", .foreign(team.rawValue)),
      .init("owner", .optional(owner) { .foreign($0) }),
      .init("placed_on", .day(placedOn)),
      .init("placed_by", .foreign(placedBy)),
      .init("automatic", .bool(isAutomatic)),
      .init("agreement", .bool(isForAgreement)),
      .init("review_on", .day(reviewOn)),
      .init("days", .integer(days)),
    ]
  }
}

extension Rental {
  var json: JSONValue {
    [
      "procedure": .foreign(procedure.description),
      "category": .foreign(category.rawValue),
      "serial_number": .foreign(serialNumber),
      "started": .day(startedOn),
      "first_month": .integer(firstMonth),
      "cap_months": .optional(capMonths) { .integer($0) },
      "monthly_cents": .cents(monthlyCharge),
      "picked_up": .day(pickedUpOn),
    ]
  }
}

extension EligibilityAnswer {
  fileprivate var json: JSONValue {
    [
      "standing": .foreign(standing.rawValue),
      "answered": .day(answeredOn),
      "service": .day(serviceOn),
      "covered_from": .day(covered.from),
      "covered_through": .day(covered.through),
      "plan": .foreign(planName),
      "messages": .array(messages.map { .foreign($0) }),
    ]
  }
}
