import Billing
import Desk

extension FakeOrders {
  // MARK: Transmission

  static let batches = [
    Batch(
      id: BatchID(2), fileName: "outbox/CLAIMS-1120.837", receiver: "CEDI",
      interchangeControl: "000000412", sentOn: today.adding(days: -1), claims: 8,
      total: Cents(98_000)),
    Batch(
      id: BatchID(1), fileName: "outbox/CLAIMS-1118.837", receiver: "CEDI",
      interchangeControl: "000000411", sentOn: today.adding(days: -3), claims: 21,
      total: Cents(412_300)),
    Batch(
      id: BatchID(3), fileName: "outbox/CLAIMS-1116.837", receiver: "Sample Clearinghouse",
      interchangeControl: "000000410", sentOn: today.adding(days: -5), claims: 14,
      total: Cents(230_550), accepted: 12, rejected: 2),
  ]

  static var board: TransmissionBoard {
    TransmissionBoard(
      refusal: nil,
      groups: [
        SendingGroup(
          payer: PayerID(1), payerName: "Medicare DMAC C", clearinghouse: "CEDI", claims: 12,
          secondary: 2, lines: 19, total: Cents(321_450), nextDue: today.adding(days: 6),
          warnings: 1),
        SendingGroup(
          payer: PayerID(2), payerName: "Aetna Sample Plan",
          clearinghouse: "Sample Clearinghouse", claims: 3, secondary: 0, lines: 4,
          total: Cents(54_000), nextDue: today.adding(days: 48), warnings: 0),
      ], batches: batches, alarms: 1)
  }

  static let batchDetail = BatchDetail(
    batch: batches[1],
    claims: [
      BatchClaimRow(
        claim: ClaimID(1), controlNumber: "26464101", patient: "FICTION, FAYE",
        charge: Cents(24_150), answer: ""),
      BatchClaimRow(
        claim: ClaimID(2), controlNumber: "26464102", patient: "ROE, RICHARD",
        charge: Cents(25_000), answer: ""),
    ],
    answers: [
      BatchAnswerRow(kind: "TA1", on: today.adding(days: -3), verdict: "accepted", claims: 21)
    ])

  // MARK: The calendar

  static var calendar: CalendarBoard {
    let monday = today.adding(days: -5)
    return CalendarBoard(
      today: today,
      weeks: (0..<8).map { index in
        let start = monday.adding(days: 7 * index)
        return CalendarWeek(monday: start, entries: entries(index, start))
      })
  }

  private static func entries(_ index: Int, _ monday: Day) -> [CalendarEntry] {
    if index == 5 { return [] }
    let rent = CalendarEntry(
      kind: nil, count: 14 - index, expected: Cents(Int64(14 - index) * 9_650),
      first: [
        CalendarRow(
          on: monday.adding(days: 2), patient: "TESTER, TERRY", procedure: "E1390 RR",
          reason: "Month \(5 + index / 4) of 36.", expected: Cents(20_000), item: nil)
      ])
    guard index == 1 || index == 3 else { return [rent] }
    return [
      rent,
      CalendarEntry(
        kind: .resupply, count: 3, expected: Cents(49_050),
        first: [
          CalendarRow(
            on: monday.adding(days: 1), patient: "SAMPLE, PAT", procedure: "A7030 NU",
            reason: "PAP supplies run out on Dec 10.", expected: Cents(16_350),
            item: WorkItemID(131)),
          CalendarRow(
            on: monday.adding(days: 4), patient: "NOBODY, NED", procedure: "A4253 NU",
            reason: "Test strips run out.", expected: Cents(4_800), item: nil),
        ]),
      CalendarEntry(
        kind: .authorizationRenewal, count: 1, expected: Cents(14_400),
        first: [
          CalendarRow(
            on: monday.adding(days: 3), patient: "EXAMPLE, ELLIS", procedure: "E0601 RR",
            reason: "The authorization ends in 14 days.", expected: Cents(14_400), item: nil)
        ]),
    ]
  }

  // MARK: Reports

  private static func row(
    _ name: String, _ holds: Int, _ charges: Int, _ cents: Int64, _ mean: Int, _ longest: Int
  ) -> HoldsRow {
    HoldsRow(
      name: name, holds: holds, charges: charges, expected: Cents(cents), meanDays: mean,
      longestDays: longest)
  }

  static let holdsReport = HoldsReport(
    holds: 3, charges: 2, expected: Cents(34_400),
    byType: [
      row("Order/Rx & medical records", 1, 1, 20_000, 9, 9),
      row("Prior authorization", 1, 1, 14_400, 12, 12), row("Manual", 1, 1, 20_000, 40, 40),
    ],
    byTeam: [
      row("Documentation", 1, 1, 20_000, 9, 9), row("Respiratory", 1, 1, 20_000, 40, 40),
      row("Authorization", 1, 1, 14_400, 12, 12),
    ],
    byPayer: [
      row("Medicare DMAC C", 2, 1, 20_000, 25, 40), row("Aetna Sample Plan", 1, 1, 14_400, 12, 12),
    ], byPrescriber: [row("MADEUP, MORGAN", 3, 2, 34_400, 20, 40)])

  static let problems = OrderProblemsReport(
    from: today.adding(days: -29), through: today,
    rows: [
      OrderProblemRow(
        cause: .quantityMismatch, team: .fulfilment, returned: 4, found: 9,
        examples: ["SO-5002", "SO-4975"]),
      OrderProblemRow(
        cause: .missingProofOfDelivery, team: .fulfilment, returned: 2, found: 7,
        examples: ["SO-5002"]),
      OrderProblemRow(
        cause: .prescriber, team: .intake, returned: 0, found: 2, examples: ["SO-4966"]),
    ])

  // MARK: Orders

  private static func orderRow(
    _ id: Int64, _ number: String, _ patient: String, _ payer: String, _ procedure: String,
    served: Int, _ standing: OrderStanding, cents: Int64, item: Int64? = nil
  ) -> OrderRow {
    OrderRow(
      id: OrderID(id), number: number, patient: patient, payer: payer, procedure: procedure,
      servedOn: today.adding(days: served), standing: standing, charge: Cents(cents),
      item: item.map { WorkItemID($0) })
  }

  static let rows = [
    orderRow(
      2, "SO-5002", "INVENTED, IVY", "Medicare DMAC C", "A4253 NU KX", served: -2, .delivered,
      cents: 9_600, item: 102),
    orderRow(
      1, "SO-5001", "FICTION, FAYE", "Medicare DMAC C", "E0601 RR KX +1", served: -1, .delivered,
      cents: 24_150, item: 101),
    orderRow(
      4, "SO-4991", "EXAMPLE, ELLIS", "Aetna Sample Plan", "E0601 RR", served: -12, .confirmed,
      cents: 18_000),
    orderRow(
      3, "SO-4980", "TESTER, TERRY", "Medicare DMAC C", "E1390 RR", served: -132, .confirmed,
      cents: 25_000),
    orderRow(
      7, "SO-4979", "NOBODY, NED", "Medicare DMAC C", "E0260 RR", served: -20, .returned,
      cents: 14_000),
  ]
}
