/// Why Medicare pays second (SBR05 of 005010X222A1 loops 2000B and 2320).
package enum SecondaryPayerType: String, Sendable, CaseIterable {
  case workingAged = "12"
  case kidneyDisease = "13"
  case noFault = "14"
  case workersCompensation = "15"
  case publicHealthService = "16"
  case blackLung = "41"
  case veterans = "42"
  case disabled = "43"
  case liability = "47"

  package var title: String {
    switch self {
    case .workingAged: "working aged: a group plan of an employer"
    case .kidneyDisease: "kidney disease: a group plan in its first 30 months"
    case .noFault: "no-fault insurance"
    case .workersCompensation: "workers' compensation"
    case .publicHealthService: "Public Health Service or another federal agency"
    case .blackLung: "black lung"
    case .veterans: "Veterans Affairs"
    case .disabled: "under 65 and disabled: a large group plan"
    case .liability: "liability insurance"
    }
  }

  /// The usual one for somebody of an age: a group plan, as working aged from 65 years on
  /// (42 CFR 411.170), else as disabled (42 CFR 411.200).
  package static func usual(born: Day?, servedOn: Day) -> SecondaryPayerType {
    guard let born else { return .workingAged }
    return servedOn >= born.adding(years: 65) ? .workingAged : .disabled
  }
}
