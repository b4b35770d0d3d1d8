package import Billing
package import Cells

/// Where a command can be given.
package enum CommandContext: String, Sendable, CaseIterable {
  case home, queue, item, remittances, remittance, imports, activity, messages
  case orders, order, transmission, calendar
  case search, claim
  case holdsReport = "holds-report"
  case orderProblems = "order-problems"

  package var title: SafeText {
    switch self {
    case .home: "Home"
    case .queue: "Queue"
    case .item: "Item"
    case .remittances: "Remittances"
    case .remittance: "Remittance"
    case .imports: "Imports"
    case .activity: "Activity"
    case .messages: "Messages"
    case .orders: "Orders"
    case .order: "Order"
    case .transmission: "Transmission"
    case .calendar: "Calendar"
    case .search: "Search"
    case .claim: "Claim"
    case .holdsReport: "Holds report"
    case .orderProblems: "Order problems"
    }
  }
}

/// One thing the program can do: the source of its keys, hints, help, palette and `:` line.
package struct Command: Sendable {
  package let name: CommandName
  /// For the palette and the help: `Take the next item`.
  package let title: SafeText
  /// For the last line of the screen: `claim next`; empty for none.
  package let hint: SafeText
  /// Lower stands further left in the last line.
  package let hintOrder: Int
  /// A sentence.
  package let help: SafeText
  /// What may follow the name in the `:` line: `DAYS or DATE`; empty for nothing.
  package let argument: SafeText
  package let contexts: Set<CommandContext>
  /// Sequences of keys that give the command unless the keys file says otherwise.
  package let keys: [[Key]]
  /// Other words people look for.
  package let synonyms: [String]
  /// Leaves the house, or takes something from someone else.
  package let isDangerous: Bool
  /// The decision whose form it opens; nil for all else.
  package let verb: DecisionVerb?
  /// Two letters that stand for that decision in every list of decisions, whatever else is there.
  package let code: String
  /// Why it cannot be given now; nil when it can.
  package let refusal: @Sendable (Workstation) -> SafeText?

  init(
    _ name: CommandName, _ title: SafeText, help: SafeText, argument: SafeText = .empty,
    in contexts: Set<CommandContext> = Set(CommandContext.allCases), keys: [[Key]] = [],
    hint: SafeText = .empty, order: Int = 50, synonyms: [String] = [], isDangerous: Bool = false,
    verb: DecisionVerb? = nil, code: String = "",
    refusal: @escaping @Sendable (Workstation) -> SafeText? = { _ in nil }
  ) {
    self.name = name
    self.title = title
    self.hint = hint
    self.hintOrder = order
    self.help = help
    self.argument = argument
    self.contexts = contexts
    self.keys = keys
    self.synonyms = synonyms
    self.isDangerous = isDangerous
    self.verb = verb
    self.code = code
    self.refusal = refusal
  }

  /// Whether it works on every screen.
  package var isEverywhere: Bool { contexts.count == CommandContext.allCases.count }
}
