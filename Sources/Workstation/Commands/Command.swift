package import Billing
package import Cells

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
  package private(set) var verb: DecisionVerb?
  /// Two letters that stand for that decision in every list of decisions, whatever else is there.
  package private(set) var code = ""
  /// Where it stands in the catalogue, for the commands of screens.
  let group: Group
  /// What it does.
  let run: Run
  /// Why it cannot be given now; nil when it can.
  package let refusal: @Sendable (Workstation) -> SafeText?

  typealias Run = @Sendable (inout Workstation, Given) -> Void

  /// How a command was given.
  struct Given: Sendable {
    /// What followed the name on the `:` line.
    var argument = ""
    /// The key, where it was one.
    var key: Key?
  }

  /// Parts of the catalogue to which screens add.
  enum Group: Sendable {
    case boards, places, none
  }

  init(
    _ name: CommandName, _ title: SafeText, help: SafeText, argument: SafeText = .empty,
    in contexts: Set<CommandContext> = Set(CommandContext.allCases), keys: [[Key]] = [],
    hint: SafeText = .empty, order: Int = 50, synonyms: [String] = [], isDangerous: Bool = false,
    group: Group = .none, run: @escaping Run,
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
    self.group = group
    self.run = run
    self.refusal = refusal
  }

  /// The command as the one that opens the form of a decision.
  func deciding(_ verb: DecisionVerb, code: String) -> Command {
    var command = self
    (command.verb, command.code) = (verb, code)
    return command
  }

  /// Whether it works on every screen.
  package var isEverywhere: Bool { contexts.count == CommandContext.allCases.count }
}

// What a command does, in few words.
extension Command {
  /// Goes to a place.
  static func opens(_ screen: @escaping @Sendable () -> some Screen) -> Run {
    { workstation, _ in workstation.go(to: screen()) }
  }

  /// Calls the screen on top.
  static func onTop(_ call: @escaping @Sendable (inout any Screen, inout Shell) -> Void) -> Run {
    { workstation, _ in workstation.withTop(call) }
  }

  /// Calls the screen on top where it is of this kind.
  static func on<S: Screen>(
    _ type: S.Type, _ call: @escaping @Sendable (inout S, inout Shell, Given) -> Void
  ) -> Run {
    { workstation, given in workstation.changeTop(as: type) { call(&$0, &$1, given) } }
  }
}
