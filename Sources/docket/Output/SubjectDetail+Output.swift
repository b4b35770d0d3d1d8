// What an item is about, each kind in its own words.

import Billing
import Desk

extension SubjectDetail {
  /// Orders, charges, batches and special work; claims and answers are printed with the item.
  func print(to output: inout Output) throws(CommandFailure) {
    switch self {
    case .claim, .stagedAnswer, .remittance: return
    case .credit(let detail):
      try output.line()
      try detail.print(to: &output)
    case .patient(let detail):
      try output.line()
      try detail.print(to: &output)
    case .providerBalance(let balance):
      try output.line()
      try balance.print(to: &output)
    case .deposit(let detail):
      try output.line()
      try detail.print(to: &output)
    case .approval(let detail):
      try output.line()
      try detail.print(to: &output)
    case .underpayment(let underpayment, _):
      try output.line()
      try underpayment.print(to: &output)
    case .refusedSet(let refused):
      try output.line()
      try refused.print(to: &output)
    case .order(let detail):
      try output.line()
      try detail.print(to: &output)
    case .charge(let detail):
      try output.line()
      try detail.print(to: &output)
    case .batch(let detail):
      try output.line()
      try detail.print(to: &output)
    case .special(let detail):
      try output.line()
      try detail.print(to: &output)
    }
  }

  /// One object, its key saying what it is, for what comes before a claim; null for the rest.
  ///
  /// The key that it stands under, `order_side`, is older than the words of the screen.
  var beforeTheClaim: JSONValue {
    switch self {
    case .claim, .stagedAnswer, .remittance: .null
    case .credit(let detail): ["credit": detail.json]
    case .patient(let detail): ["patient": detail.json]
    case .providerBalance(let balance): ["provider_balance": balance.json]
    case .refusedSet(let refused): ["refused_set": refused.json]
    case .underpayment(let underpayment, _): ["underpayment": underpayment.json]
    case .order(let detail): ["order": detail.json]
    case .charge(let detail): ["charge": detail.json]
    case .batch(let detail): ["batch": detail.json]
    case .special(let detail): ["special": detail.json]
    case .deposit(let detail): ["deposit": detail.json]
    case .approval(let detail): ["approval": detail.json]
    }
  }
}

extension WorkSubject {
  /// What an item is about: its kind, and its key among those of the kind.
  var json: JSONValue { ["kind": .foreign(kind), "key": .integer(key)] }
}
