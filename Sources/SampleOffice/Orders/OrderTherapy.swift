import Billing

/// What a patient is prescribed when a therapy begins, with the papers that it asks for.
///
/// Codes, modifiers and spans follow domain reference 7.4 to 7.9.
enum OrderTherapy: Int, Sendable, CaseIterable {
  case airwayPressure, oxygen, nebulizer, hospitalBed, wheelchair, walkingAid, commode
  case glucoseMonitor, woundCare, catheters, ostomy, negativePressure, orthosis, shoes, ventilator
  case powerWheelchair, repair

  /// How many patients begin it, as a share.
  static let weights = [240, 110, 60, 55, 75, 90, 40, 70, 45, 50, 30, 12, 30, 30, 6, 8, 12]

  /// The items of the first delivery; `choice` keeps a patient's equipment the same.
  func lines(_ choice: Int) -> [OrderedLine] {
    switch self {
    case .airwayPressure: Self.airwayPressure(choice)
    case .oxygen:
      [OrderedLine(.rental, "E1390", ["RR", "N1"])]
        + (choice % 4 == 0
          ? [] : [OrderedLine(.rental, choice % 4 == 1 ? "E1392" : "E0431", ["RR", "N1"])])
    case .nebulizer:
      [
        OrderedLine(.rental, "E0570", ["RR"]),
        OrderedLine(.supply, "A7003", ["NU"], units: 2, days: 30),
      ]
    case .hospitalBed:
      [OrderedLine(.rental, "E0260", ["RR", "KX"])]
        + (choice % 3 == 0 ? [OrderedLine(.rental, "E0910", ["RR"])] : [])
    case .wheelchair:
      [OrderedLine(.rental, choice % 3 == 0 ? "K0003" : "K0001", ["RR", "KX"])]
        + (choice % 2 == 0 ? [OrderedLine(.purchase, "E2601", ["NU", "KX"])] : [])
        + (choice % 4 == 1 ? [OrderedLine(.rental, "K0195", ["RR", "KX"])] : [])
    case .walkingAid:
      choice % 4 == 0
        ? [OrderedLine(.purchase, "E0149", ["NU", "KX"])]
        : [OrderedLine(.purchase, "E0143", ["NU"])]
          + (choice % 3 == 0 ? [OrderedLine(.purchase, "E0156", ["NU"])] : [])
    case .commode: [OrderedLine(.purchase, choice % 4 == 0 ? "E0168" : "E0163", ["NU"])]
    case .glucoseMonitor:
      [
        OrderedLine(.purchase, "E2103", ["NU", "KX", "CG"]),
        OrderedLine(.supply, "A4239", ["KX", "CG"], days: 30),
      ]
    case .woundCare:
      [
        OrderedLine(.supply, "A6212", ["A\(1 + choice % 2)"], units: 12, days: 30),
        OrderedLine(.supply, "A6196", ["A\(1 + choice % 2)"], units: 30, days: 30),
      ]
    case .catheters:
      [OrderedLine(.supply, choice % 2 == 0 ? "A4353" : "A4351", [], units: 120, days: 30)]
    case .ostomy:
      [
        OrderedLine(.supply, "A4407", [], units: 20, days: 30),
        OrderedLine(.supply, "A4424", [], units: 20, days: 30),
      ]
    case .negativePressure:
      [
        OrderedLine(.rental, "E2402", ["RR"]),
        OrderedLine(.supply, "A6550", [], units: 13, days: 30),
      ]
    case .orthosis:
      choice % 2 == 0
        ? [OrderedLine(.purchase, "L4361", [choice % 4 == 0 ? "RT" : "LT"])]
        : [OrderedLine(.purchase, "L3908", ["RT", "LT"], units: 2)]
    case .shoes:
      [
        OrderedLine(.purchase, "A5500", ["KX"], units: 2)
      ]
    case .ventilator: [OrderedLine(.rental, "E0466", ["RR"])]
    case .powerWheelchair: [OrderedLine(.rental, "K0823", ["RR", "KX"])]
    case .repair:
      [
        OrderedLine(
          .service, "K0739", ["RB"], units: 2 + choice % 3,
          narrative: "REPAIR OF PATIENT OWNED K0001, LABOR", description: "REPAIR LABOR")
      ]
    }
  }

  private static func airwayPressure(_ choice: Int) -> [OrderedLine] {
    let mask =
      choice % 3 == 0
      ? [OrderedLine(.supply, "A7030", ["NU", "KX"], days: 90)]
      : [
        OrderedLine(.supply, "A7034", ["NU", "KX"], days: 90),
        OrderedLine(.supply, "A7032", ["NU", "KX"], units: 2, days: 30),
      ]
    return [
      OrderedLine(.rental, "E0601", ["RR", "KX"]),
      OrderedLine(.purchase, "E0562", ["NU", "KX"]),
    ] + mask + [
      OrderedLine(.supply, choice % 2 == 0 ? "A4604" : "A7037", ["NU", "KX"], days: 90),
      OrderedLine(.supply, "A7035", ["NU", "KX"], days: 180),
      OrderedLine(.supply, "A7038", ["NU", "KX"], units: 2, days: 30),
    ]
  }

  /// ICD-10-CM codes without dots.
  func diagnoses(_ choice: Int) -> [String] {
    let sets: [[String]] =
      switch self {
      case .airwayPressure: [["G4733"], ["G4733", "I10"]]
      case .oxygen: [["J449", "J9611"], ["J9611"]]
      case .nebulizer: [["J449"], ["J4540"]]
      case .hospitalBed: [["I69351", "R532"], ["G8220"]]
      case .wheelchair: [["I69354"], ["M6281", "R2689"]]
      case .walkingAid, .commode: [["R2689"], ["M1711", "R2681"]]
      case .glucoseMonitor, .shoes: [["E1065", "Z794"], ["E1165", "Z794"]]
      case .woundCare, .negativePressure: [["L97421"], ["L89154"]]
      case .catheters: [["R339"], ["N319", "R338"]]
      case .ostomy: [["Z933", "K5190"], ["Z932"]]
      case .orthosis: [["M1711"], ["S93401A"]]
      case .ventilator: [["J9611", "G1221"]]
      case .powerWheelchair: [["G1221"], ["G7100"]]
      case .repair: [["G8220"]]
      }
    return sets[choice % sets.count]
  }

  var wantsSleepStudy: Bool { self == .airwayPressure }

  /// Whether the written order must be there before the delivery.
  var wantsOrderFirst: Bool { self == .powerWheelchair }

  /// Supplies go by carrier, equipment by the office's own driver.
  var isShipped: Bool {
    switch self {
    case .woundCare, .catheters, .ostomy, .shoes, .glucoseMonitor: true
    default: false
    }
  }

  /// Units or months that an authorization grants; nil where the payer asks for none.
  static func authorizedUnits(_ code: String, _ family: PayerFamily) -> Int? {
    let isManaged = family == .medicareAdvantage || family == .medicaid
    switch code {
    case "E0466", "E2402", "E2103": return isManaged ? 6 : nil
    case "A4239": return isManaged ? 6 : nil
    case "K0823": return isManaged || family == .medicareDME ? 13 : nil
    default: return nil
    }
  }
}
