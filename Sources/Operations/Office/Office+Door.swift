import Database
package import Desk

/// The office as the workstation asks it: the use cases are those of ``Office``, by the same names.
extension Office: OfficeDoor {
  package func refusal(for error: any Error) -> DeskRefusal {
    switch error {
    case let refusal as Refusal: DeskRefusal(refusal.message, field: refusal.field)
    case let failure as DatabaseFailure: DeskRefusal(failure.message)
    default: DeskRefusal("Something went wrong: \(error). Nothing was saved.")
    }
  }
}
