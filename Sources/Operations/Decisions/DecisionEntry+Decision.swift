package import Billing
import WorkEngine

extension DecisionEntry {
  /// A decision made by a program, as an entry that says all of it.
  package init(taking decision: Decision) { self = DecisionReader.entry(decision) }
}
