import Billing
import Database
import Desk
import WorkEngine

@testable import Operations

/// What the engine hears of the items of the made-up office: its fields, and its verdict on an entry.
struct FormOffice {
  static let shared = Result {
    FormOffice(office: try MadeOffice(named: "orders").signedIn("tlee"))
  }

  let office: Office

  func detail(_ reference: String) throws -> ItemDetail {
    try office.item(try office.row(reference).item.id)
  }

  func claim(_ number: String) throws -> ClaimID {
    guard let claim = try office.claims(numbered: number).first else {
      throw Refusal("No claim is called \(number).")
    }
    return claim
  }

  func situation(_ reference: String) throws -> Situation {
    let item = try office.row(reference).item
    return try office.database.read {
      try Situations(office: office, connection: $0).situation(of: item)
    }
  }

  func fields(_ verb: DecisionVerb, of reference: String) throws -> [DecisionField] {
    try situation(reference).fields(of: verb)
  }

  /// What can be said of many items.
  var many: Situation {
    Situation(manyWith: office.rules, on: office.today, by: office.user)
  }
}
