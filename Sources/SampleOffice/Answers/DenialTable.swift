import Billing

extension DenialKind {
  /// Common denials of equipment (domain reference 3.3 and 3.5).
  static let table: [DenialKind] = unprocessable + coverage + eligibility + contract

  private static let resupply: [Therapy] = [.positiveAirwayPressure, .nebulizer, .catheters]

  private static let unprocessable = [
    DenialKind(
      group: .contractual, reason: "16", lineRemarks: ["M124"], claimRemarks: ["MA130"],
      clock: .filing, payers: .medicare, saysDenied: true, therapies: resupply + [.repair],
      weight: 60),
    DenialKind(
      group: .contractual, reason: "16", lineRemarks: ["N265", "N276"], claimRemarks: ["MA130"],
      clock: .filing, payers: .medicare, saysDenied: true, weight: 34),
    DenialKind(
      group: .contractual, reason: "16", lineRemarks: ["N264"], clock: .filing, weight: 20),
    DenialKind(
      group: .contractual, reason: "16", lineRemarks: ["M51"], clock: .filing, payers: .others,
      weight: 22),
    DenialKind(
      group: .contractual, reason: "16", claimRemarks: ["N382", "MA130"], clock: .filing,
      payers: .medicare, saysDenied: true, weight: 10),
    DenialKind(
      group: .contractual, reason: "4", lineRemarks: ["N519"], claimRemarks: ["MA130"],
      clock: .filing, payers: .medicare, weight: 26),
    DenialKind(group: .contractual, reason: "4", clock: .filing, payers: .others, weight: 24),
    DenialKind(
      group: .contractual, reason: "11", lineRemarks: ["N569"], clock: .filing, weight: 22),
    DenialKind(
      group: .contractual, reason: "183", lineRemarks: ["N574"], clock: .filing,
      payers: .medicare, weight: 18),
    DenialKind(
      group: .contractual, reason: "181", lineRemarks: ["M20"], clock: .filing, weight: 6),
    DenialKind(
      group: .contractual, reason: "15", lineRemarks: ["M62"], clock: .filing, payers: .others,
      weight: 14),
    DenialKind(
      group: .contractual, reason: "252", lineRemarks: ["N706"], clock: .filing,
      payers: .others, weight: 16),
  ]

  private static let coverage = [
    DenialKind(
      group: .contractual, reason: "50", lineRemarks: ["N115"], claimRemarks: ["MA01"],
      clock: .appeal, payers: .medicare, weight: 62),
    DenialKind(
      group: .contractual, reason: "50", lineRemarks: ["M127"], claimRemarks: ["MA01", "N109"],
      clock: .appeal, payers: .medicare, weight: 20),
    DenialKind(
      group: .contractual, reason: "50", lineRemarks: ["N661"], clock: .appeal, payers: .others,
      weight: 30),
    DenialKind(
      group: .contractual, reason: "151", lineRemarks: ["M3"], claimRemarks: ["MA01"],
      clock: .appeal, payers: .medicare, weight: 36),
    DenialKind(
      group: .contractual, reason: "151", lineRemarks: ["M25", "N115"], clock: .appeal,
      weight: 24),
    DenialKind(
      group: .contractual, reason: "97", lineRemarks: ["M2"], clock: .appeal, payers: .medicare,
      weight: 20),
    DenialKind(
      group: .contractual, reason: "97", lineRemarks: ["N390"], clock: .appeal, weight: 20),
    DenialKind(
      group: .contractual, reason: "176", clock: .appeal, payers: .medicare, weight: 22),
    DenialKind(
      group: .contractual, reason: "175", lineRemarks: ["N707"], clock: .appeal,
      payers: .medicare, weight: 12),
    DenialKind(
      group: .contractual, reason: "272", lineRemarks: ["N130"], clock: .appeal,
      payers: .others, weight: 14),
    DenialKind(
      group: .contractual, reason: "A1", lineRemarks: ["N370"], clock: .appeal,
      therapies: [.positiveAirwayPressure, .hospitalBed, .wheelchair, .oxygen], weight: 14),
    DenialKind(
      group: .contractual, reason: "108", lineRemarks: ["N370"], clock: .appeal,
      therapies: [.hospitalBed, .wheelchair, .bilevel, .positiveAirwayPressure], weight: 16),
    DenialKind(
      group: .contractual, reason: "B20", claimRemarks: ["N202"], clock: .appeal, weight: 14),
    DenialKind(
      group: .contractual, reason: "226", lineRemarks: ["N705"], clock: .appeal, weight: 14),
  ]

  private static let eligibility = [
    DenialKind(
      group: .contractual, reason: "22", claimRemarks: ["MA04"], clock: .filing, weight: 30),
    DenialKind(
      group: .contractual, reason: "24", claimRemarks: ["N418"], clock: .filing,
      payers: .medicare, weight: 22),
    DenialKind(
      group: .other, reason: "109", lineRemarks: ["N104"], clock: .filing, payers: .medicare,
      saysDenied: true, weight: 26),
    DenialKind(
      group: .contractual, reason: "109", lineRemarks: ["N418"], clock: .filing,
      payers: .others, saysDenied: true, weight: 16),
    DenialKind(
      group: .contractual, reason: "31", lineRemarks: ["N382"], clock: .filing,
      saysDenied: true, weight: 14),
    DenialKind(
      group: .patientResponsibility, reason: "27", lineRemarks: ["N30"], clock: .filing,
      payers: .others, saysDenied: true, weight: 18),
    DenialKind(
      group: .contractual, reason: "B9", clock: .filing, payers: .medicare, weight: 8),
    DenialKind(
      group: .other, reason: "18", lineRemarks: ["N522"], clock: .filing, weight: 26),
    DenialKind(
      group: .contractual, reason: "29", lineRemarks: ["N211"], clock: .appeal, weight: 10),
  ]

  private static let contract = [
    DenialKind(
      group: .contractual, reason: "197", clock: .appeal, payers: .others, weight: 70),
    DenialKind(
      group: .contractual, reason: "198", clock: .appeal, payers: .others, weight: 18),
    DenialKind(
      group: .patientResponsibility, reason: "204", lineRemarks: ["N130"], clock: .appeal,
      payers: .others, weight: 26),
    DenialKind(
      group: .patientResponsibility, reason: "96", lineRemarks: ["N425"], clock: .appeal,
      payers: .medicare, therapies: [.commode], weight: 14),
    DenialKind(
      group: .contractual, reason: "B7", lineRemarks: ["N570"], clock: .appeal, weight: 16),
    DenialKind(
      group: .contractual, reason: "119", lineRemarks: ["M86"], clock: .appeal,
      payers: .others, weight: 14),
    DenialKind(
      group: .payerInitiated, reason: "147", lineRemarks: ["N442"], clock: .appeal,
      payers: .others, weight: 8),
  ]
}
