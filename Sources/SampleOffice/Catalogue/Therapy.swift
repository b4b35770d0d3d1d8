/// What a patient gets from the supplier, and so which claims follow month by month.
enum Therapy: Int, Sendable, CaseIterable {
  case positiveAirwayPressure, bilevel, oxygen, nebulizer, hospitalBed, wheelchair, powerWheelchair
  case walkingAid, commode, catheters, ostomy, glucoseStrips, glucoseMonitor, enteral, woundCare
  case negativePressure, ventilator, orthosis, repair

  /// How many patients have it, as a share.
  var weight: Int {
    switch self {
    case .positiveAirwayPressure: 240
    case .bilevel: 40
    case .oxygen: 130
    case .nebulizer: 75
    case .hospitalBed: 55
    case .wheelchair: 70
    case .powerWheelchair: 14
    case .walkingAid: 170
    case .commode: 70
    case .catheters: 45
    case .ostomy: 25
    case .glucoseStrips: 40
    case .glucoseMonitor: 55
    case .enteral: 25
    case .woundCare: 40
    case .negativePressure: 14
    case .ventilator: 8
    case .orthosis: 110
    case .repair: 60
    }
  }

  static let weights = allCases.map(\.weight)

  /// Months in which it may bring claims, the first one included.
  var months: Int {
    switch self {
    case .positiveAirwayPressure: 25
    case .bilevel: 13
    case .oxygen: 42
    case .nebulizer: 13
    case .hospitalBed, .wheelchair, .powerWheelchair: 13
    case .walkingAid, .commode, .orthosis, .repair: 1
    case .catheters, .ostomy, .enteral, .glucoseMonitor: 24
    case .glucoseStrips: 24
    case .woundCare: 5
    case .negativePressure: 4
    case .ventilator: 30
    }
  }

  /// ICD-10 codes without dots, the principal one first; one of several sets by `choice`.
  func diagnoses(_ choice: Int) -> [String] {
    let sets: [[String]] =
      switch self {
      case .positiveAirwayPressure: [["G4733"], ["G4733", "E669"], ["G4733", "I10"]]
      case .bilevel: [["G4731"], ["J9612", "J449"]]
      case .oxygen: [["J449", "J9611"], ["J9611"], ["J8410", "J9611"], ["I5022", "J9611"]]
      case .nebulizer: [["J449"], ["J4540"], ["J471"]]
      case .hospitalBed: [["I69351", "R532"], ["M6281", "L89153"], ["G8220"]]
      case .wheelchair: [["I69354"], ["M6281", "R2689"], ["S72001D"]]
      case .powerWheelchair: [["G1221"], ["G8250"], ["G7100"]]
      case .walkingAid: [["R2689"], ["M1711", "R2681"], ["Z96651"]]
      case .commode: [["R2689"], ["M1712"], ["N3941", "R2681"]]
      case .catheters: [["R339"], ["N319", "R338"]]
      case .ostomy: [["Z933", "K5190"], ["Z932"]]
      case .glucoseStrips: [["E119"], ["E1165", "Z794"]]
      case .glucoseMonitor: [["E1065", "Z794"], ["E1165", "Z794"]]
      case .enteral: [["R1310", "Z931"], ["C329", "Z931"]]
      case .woundCare: [["L97421"], ["L89154"], ["E11621", "L97522"]]
      case .negativePressure: [["L89154"], ["T8131XA"]]
      case .ventilator: [["J9611", "G1221"], ["J9612", "J449"]]
      case .orthosis: [["M5416"], ["M1711"], ["S93401A"]]
      case .repair: [["G8220"], ["I69354"]]
      }
    return sets[choice % sets.count]
  }

  /// Whether payers other than Medicare want an authorization for it.
  var needsAuthorization: Bool {
    switch self {
    case .powerWheelchair, .ventilator, .negativePressure, .bilevel, .glucoseMonitor, .orthosis:
      true
    default: false
    }
  }
}
