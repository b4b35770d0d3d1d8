import Billing
import Desk

/// The made-up offices that screenplays name; every name is invented.
enum FakeData {
  static let today = Day(year: 2026, month: 11, day: 21) ?? Day(rawValue: 0)
  /// 19:50 UTC on that day.
  static let now = Timestamp(rawValue: Int64(today.rawValue) * 86_400_000 + 71_400_000)

  static func office(named name: String, user: String, isSupervisor: Bool) -> FakeOffice {
    var office = FakeOffice(user: user, today: today, now: now)
    office.isSupervisor = isSupervisor
    switch name {
    case "empty": break
    case "many": fillMany(&office, count: 150)
    case "thousands": fillMany(&office, count: 1204)
    case "clear":
      fillSmall(&office)
      office.items = office.items.map {
        var item = $0
        item.lane = .waiting
        item.followUpOn = today.adding(days: 4)
        return item
      }
    case "orders":
      fillSmall(&office)
      FakeOrders.fill(&office)
    default: fillSmall(&office)
    }
    return office
  }

  private static func item(
    _ id: Int64, _ queue: QueueName, _ reference: String, _ patient: String, _ payer: String,
    _ family: PayerFamily, _ procedure: String, _ code: String, _ reason: String, cents: Int64,
    age: Int, due: Int?
  ) -> FakeItem {
    FakeItem(
      id: WorkItemID(id), queue: queue, reference: reference, patient: patient, payer: payer,
      family: family, procedure: procedure, reasonCode: code, reason: reason,
      balance: Cents(cents), expected: Cents(cents * 8 / 10), age: age,
      safe: due.map { today.adding(days: $0) })
  }

  private static func fillSmall(_ office: inout FakeOffice) {
    let dmac = "Medicare DMAC C"
    let lacks = "The claim lacks information that the payer needs."
    let denials: [(String, String, String, PayerFamily, String, String, String, Int64, Int, Int)] =
      [
        (
          "26463774", "DOE, JANE", dmac, .medicareDME, "E1390 RR KX", "CO-16 N265", lacks, 154_320,
          111, 9
        ),
        (
          "26463801", "ROE, RICHARD", dmac, .medicareDME, "E0601 RR KX", "CO-50",
          "The payer finds it not necessary.", 98_765, 98, 12
        ),
        (
          "26463822", "SAMPLE, PAT", "Aetna Sample Plan", .commercial, "A7030 NU", "CO-16 MA130",
          lacks, 24_150, 64, 33
        ),
        (
          "26463840", "TESTER, TERRY", dmac, .medicareDME, "E0431 RR", "CO-16 N265", lacks, 18_900,
          51, 44
        ),
        (
          "26463855", "EXAMPLE, ELLIS", "Blue Sample Shield", .blueCross, "K0823 NU", "CO-197",
          "Authorization is missing.", 312_000, 40, 61
        ),
        (
          "26463861", "NOBODY, NED", dmac, .medicareDME, "E0260 RR", "CO-97",
          "Paid within another service.", 4_200, 33, 85
        ),
        (
          "26463877", "PLACEHOLDER, PIA", "Aetna Sample Plan", .commercial, "A4253 NU",
          "CO-16 MA130", lacks, 2_100, 30, 150
        ),
      ]
    for (index, row) in denials.enumerated() {
      office.items.append(
        item(
          Int64(index + 1), .denials, row.0, row.1, row.2, row.3, row.4, row.5, row.6,
          cents: row.7, age: row.8, due: row.9))
    }
    office.items[3].owner = "mkim"
    office.items.append(
      item(
        11, .rejections, "26464010", "FICTION, FAYE", dmac, .medicareDME, "E0143 NU", "A7:507",
        "The front end rejected the claim.", cents: 11_240, age: 9, due: 6))
    office.items.append(
      item(
        12, .rejections, "26464022", "MADEUP, MAX", "Aetna Sample Plan", .commercial, "E0570 NU",
        "A7:562", "The front end rejected the claim.", cents: 8_900, age: 5, due: 85))
    office.items.append(
      item(
        21, .followUp, "26462900", "INVENTED, IVY", dmac, .medicareDME, "E0601 RR", "no answer",
        "Accepted and not answered.", cents: 98_000, age: 47, due: 300))
    office.items.append(staged())
    office.remittances = [remittance()]
    office.files = [
      FileRow(
        id: FileID(1), name: "inbox/ERA-1118.835",
        importedAt: Timestamp(rawValue: now.rawValue - 600_000),
        byteCount: 18_400, summary: "835: 1 remittance, 3 claims, 1 staged", isComplete: true),
      FileRow(
        id: FileID(2), name: "outbox/CLAIMS-1103.837",
        importedAt: Timestamp(rawValue: now.rawValue - 86_400_000),
        byteCount: 1_204_000, summary: "837P: 10 claims", isComplete: true),
    ]
    office.reports = [report()]
  }

  private static func staged() -> FakeItem {
    var item = item(
      31, .cashPosting, "0012345678", "DOE, JANE", "Medicare DMAC C", .medicareDME, "E1390 RR",
      "confirm match", "One claim fits, but only by a weak rule.", cents: 21_410, age: 3, due: nil)
    item.expected = item.balance
    let line = RemittanceLine(
      procedure: ProcedureCode("E1390", ["RR"]), submittedProcedure: nil, charge: Cents(30_000),
      paid: Cents(21_410), unitsInThousandths: 1000, serviceFrom: today.adding(days: -30),
      serviceThrough: nil, controlNumber: "1",
      adjustments: [Adjustment(group: .contractual, reason: "45", amount: Cents(8_590))],
      remarks: [], allowed: nil, difference: .zero)
    let claim = RemittanceClaim(
      controlNumber: "26463774X", status: .processed(as: .primary), charge: Cents(30_000),
      paid: Cents(21_410), patientResponsibility: .zero, filingIndicator: "MB",
      payerControlNumber: "2609900011100", frequency: "1",
      patient: NamedPerson(lastName: "DOE", firstName: "JANE"), memberID: "1EG4TE5MK73",
      correctedMemberID: "", crossoverCarrier: "", adjustments: [], remarks: [],
      serviceFrom: today.adding(days: -30), serviceThrough: nil, originalReference: "",
      lines: [line], differences: ClaimDifferences())
    item.staged = StagedDetail(
      remittance: RemittanceID(1), traceNumber: "0012345678", paymentDate: today.adding(days: -3),
      reasons: [.needsConfirmation(candidates: 2)], suspense: Cents(21_410), remitClaim: claim,
      candidates: [
        MatchCandidate(
          claim: ClaimID(774), controlNumber: "26463774", patient: "DOE, JANE",
          serviceFrom: today.adding(days: -30), charge: Cents(30_000), balance: Cents(30_000),
          reasonsFor: ["Same patient, day of service and charge."],
          reasonsAgainst: ["The control number has an X at its end."]),
        MatchCandidate(
          claim: ClaimID(612), controlNumber: "26462612", patient: "DOE, JANE",
          serviceFrom: today.adding(days: -61), charge: Cents(30_000), balance: Cents(30_000),
          reasonsFor: ["Same patient and charge."], reasonsAgainst: ["Another month of service."]),
      ], matchedTo: nil)
    return item
  }

  private static func remittance() -> RemittanceDetail {
    func row(
      _ id: Int64, _ number: String, _ patient: String, charge: Int64, paid: Int64, denied: Int64,
      staging: [StagingReason] = []
    ) -> RemittanceClaimRow {
      RemittanceClaimRow(
        id: RemitClaimID(id), controlNumber: number, patient: patient,
        status: denied > 0 ? .denied : .processed(as: .primary), charge: Cents(charge),
        paid: Cents(paid), adjusted: Cents(charge - paid - denied), patientShare: .zero,
        denied: Cents(denied), isPosted: staging.isEmpty, stagingReasons: staging,
        item: staging.isEmpty ? nil : WorkItemID(31))
    }
    return RemittanceDetail(
      row: RemittanceRow(
        id: RemittanceID(1), traceNumber: "0012345678", payer: "Medicare DMAC C",
        paymentDate: today.adding(days: -3), method: "ACH", payment: Cents(99_910),
        posted: Cents(78_500), suspense: Cents(21_410), claims: 3, staged: 1),
      file: "inbox/ERA-1118.835", claimsPaid: Cents(101_410), providerAdjusted: Cents(1_500),
      difference: .zero,
      claims: [
        row(1, "26463501", "HOLDER, HAL", charge: 110_000, paid: 80_000, denied: 0),
        row(
          31, "26463774X", "DOE, JANE", charge: 30_000, paid: 21_410, denied: 0,
          staging: [.needsConfirmation(candidates: 2)]),
        row(3, "26463801", "ROE, RICHARD", charge: 98_765, paid: 0, denied: 98_765),
      ],
      providerAdjustments: [
        ProviderAdjustment(reason: "WO", reference: "26461111", amount: Cents(1_500))
      ])
  }

  private static func report() -> ImportReport {
    ImportReport(
      path: "inbox/ERA-1121.835", outcome: .partlyApplied, sets: 2, remittances: 1,
      claimsPosted: 12, claimsStaged: 2, denials: 3, paid: Cents(412_300), posted: Cents(400_000),
      suspense: Cents(12_300),
      problems: [
        ImportProblem(
          isError: true, segment: 412, byte: 18_233, element: "CLP03",
          message: "The charge \"12A.00\" is no amount; this claim was left out."),
        ImportProblem(
          isError: false, segment: 7, byte: 210, element: "N104",
          message: "The payee's NPI fails its check digit."),
      ])
  }

  private static func fillMany(_ office: inout FakeOffice, count: Int) {
    let payers = ["Medicare DMAC C", "Aetna Sample Plan", "Blue Sample Shield"]
    let families: [PayerFamily] = [.medicareDME, .commercial, .blueCross]
    let codes = ["CO-16 N265", "CO-50", "CO-97", "CO-16 MA130", "CO-197"]
    let names = ["DOE", "ROE", "SAMPLE", "TESTER", "EXAMPLE", "NOBODY", "FICTION"]
    for index in 0..<count {
      office.items.append(
        item(
          Int64(index + 1), .denials, String(26_500_000 + index * 7),
          "\(names[index % names.count]), \(Character(UnicodeScalar(UInt8(65 + index % 26))))",
          payers[index % 3], families[index % 3], "E1390 RR", codes[index % codes.count],
          "The payer denied a line.", cents: Int64(1000 + (index * 7919) % 200_000),
          age: 10 + index % 90, due: 6 + index % 100))
    }
    office.files = [
      FileRow(
        id: FileID(1), name: "outbox/CLAIMS.837", importedAt: now, byteCount: 900,
        summary: "837P: \(count) claims", isComplete: true)
    ]
  }
}
