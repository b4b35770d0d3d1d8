import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket order`: delivered orders, from the file to accounts receivable.
struct OrderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order", abstract: "List, read, check, confirm and return delivered orders.",
    subcommands: [
      OrderListCommand.self, OrderShowCommand.self, OrderTemplateCommand.self,
      OrderImportCommand.self, OrderMapCommand.self, OrderCheckCommand.self,
      OrderConfirmCommand.self,
      OrderReturnCommand.self, OrderCancelCommand.self,
    ])
}

/// An order as a person names it.
enum OrderReference {
  /// The order of a number.
  ///
  /// - Throws: that there is none.
  static func detail(_ number: String, _ office: Office) throws -> OrderDetail {
    do {
      return try office.order(try office.order(numbered: number))
    } catch is Refusal {
      throw CommandFailure(
        "there is no order \"\(foreign: number)\"; see docket order list for those there are")
    }
  }

  /// Decides about the order of a number, where it is still in Order confirmation.
  ///
  /// - Throws: that it is not there any more, or why the office refuses.
  static func decide(
    _ verb: DecisionVerb, _ typed: TypedFields, on number: String, _ office: Office
  ) throws -> DecisionOutcome {
    let order = try detail(number, office)
    guard let item = order.item else {
      throw CommandFailure(
        """
        order \(foreign: number) is \(foreign: order.order.standing.rawValue) and not in Order \
        confirmation; see docket order show \(foreign: number)
        """)
    }
    return try ItemDecision.take(verb, typed, on: item, office)
  }
}
