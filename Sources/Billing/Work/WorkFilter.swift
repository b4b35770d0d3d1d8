/// A condition on work items: the filter language as a value.
package indirect enum WorkFilter: Equatable, Sendable {
  case everything
  /// A word in any text column.
  case word(String)
  case field(FilterField, FilterComparison, [FilterValue])
  case mine
  case unclaimed
  case not(WorkFilter)
  case all([WorkFilter])
  case any([WorkFilter])
}

/// What a filter may name.
package enum FilterField: String, Sendable, CaseIterable {
  case payer, code, patient, claim, status, owner, reason, procedure
  /// Of holds, orders and special work: who must act on a hold, the type of a hold or of special work, who ordered.
  case team, type, prescriber
  case age, balance, expected, dos, due, touched, tier, followup
}

package enum FilterComparison: String, Sendable {
  case has = ":"
  case greater = ">"
  case greaterOrEqual = ">="
  case less = "<"
  case lessOrEqual = "<="
}

/// A value of a filter; dates relative to today are made absolute by the parser.
package enum FilterValue: Hashable, Sendable {
  case text(String)
  case cents(Cents)
  case number(Int)
  case day(Day)
}

/// How a queue is ordered; `.rank` is the house order: tier, then expected money.
package enum WorkOrder: String, Sendable, CaseIterable {
  case rank, balance, due, age, payer, patient

  package var title: String {
    switch self {
    case .rank: "rank"
    case .balance: "balance"
    case .due: "due date"
    case .age: "age"
    case .payer: "payer"
    case .patient: "patient"
    }
  }
}
