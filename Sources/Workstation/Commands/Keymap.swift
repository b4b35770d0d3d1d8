package import Cells

/// Which keys give which commands: the catalogue's, with the changes of the keys file.
package struct Keymap: Equatable, Sendable {
  /// What a sequence of keys means so far.
  package enum Match: Equatable, Sendable {
    case command(CommandName)
    /// More keys may follow.
    case prefix
    /// A command, though a longer sequence begins with it.
    case commandAndPrefix(CommandName)
    case none
  }

  private var bindings: [CommandName: [[Key]]]
  /// What was wrong in the keys file, in plain words.
  package private(set) var problems: [String] = []

  /// The keys of the catalogue with some commands' keys replaced.
  package init(overrides: [String: [String]] = [:]) {
    bindings = Dictionary(
      CommandCatalogue.all.map { ($0.name, $0.keys) }, uniquingKeysWith: { first, _ in first })
    for (name, sequences) in overrides.sorted(by: { $0.key < $1.key }) {
      guard let command = CommandName(rawValue: name) else {
        problems.append("keys: there is no command \"\(name)\"")
        continue
      }
      var keys: [[Key]] = []
      for text in sequences {
        do throws(KeyNotationError) {
          let sequence = try Key.sequence(parsing: text)
          if !sequence.isEmpty { keys.append(sequence) }
        } catch {
          problems.append("keys: \(name): \(error)")
        }
      }
      // Keys that can be read replace all of the command's; none of them leave the old ones.
      if !keys.isEmpty || sequences.isEmpty { bindings[command] = keys }
      // A key given to another command is taken from the one that had it by default.
      for other in CommandCatalogue.all
      where other.name != command && overrides[other.name.rawValue] == nil {
        let shared = !other.contexts.isDisjoint(with: CommandCatalogue.entry(command).contexts)
        if shared { bindings[other.name]?.removeAll { keys.contains($0) } }
      }
    }
  }

  /// The sequences that give a command.
  package func sequences(of command: CommandName) -> [[Key]] { bindings[command] ?? [] }

  /// The first sequence as people read it: `y c`, `Ctrl-p`; nil when no key gives the command.
  package func label(of command: CommandName) -> SafeText? {
    sequences(of: command).first.map(Keymap.label)
  }

  package static func label(_ sequence: [Key]) -> SafeText {
    SafeText(foreign: sequence.map(\.description).joined(separator: " "))
  }

  /// What the keys pressed so far mean on a screen.
  package func match(_ pressed: [Key], in context: CommandContext) -> Match {
    var found: CommandName?
    var continues = false
    for command in CommandCatalogue.all where command.contexts.contains(context) {
      for sequence in sequences(of: command.name) where sequence.starts(with: pressed) {
        if sequence.count > pressed.count {
          continues = true
        } else if found == nil {
          found = command.name
        }
      }
    }
    return switch (found, continues) {
    case (let name?, true): .commandAndPrefix(name)
    case (let name?, false): .command(name)
    case (nil, true): .prefix
    case (nil, false): .none
    }
  }

  /// What may follow the keys pressed so far: each next key once, with what it leads to.
  package func continuations(of pressed: [Key], in context: CommandContext) -> [Continuation] {
    var found: [Continuation] = []
    for command in CommandCatalogue.all where command.contexts.contains(context) {
      for sequence in sequences(of: command.name)
      where sequence.starts(with: pressed) && sequence.count > pressed.count {
        let key = sequence[pressed.count]
        let isWhole = sequence.count == pressed.count + 1
        guard let place = found.firstIndex(where: { $0.key == key }) else {
          found.append(Continuation(key: key, commands: [command], isWhole: isWhole))
          continue
        }
        // The command that the key gives at once names it.
        let end = isWhole ? 0 : found[place].commands.endIndex
        found[place].commands.insert(command, at: end)
        if isWhole { found[place].isWhole = true }
      }
    }
    return found
  }

  /// A key that may follow, and the commands that begin with it.
  package struct Continuation: Sendable {
    package var key: Key
    /// Never empty; the one that the key gives at once is first.
    package var commands: [Command]
    /// Whether the key gives a command; else it is the next part of a longer sequence.
    package var isWhole: Bool

    package var title: SafeText {
      let names = (isWhole ? Array(commands.prefix(1)) : commands).map(\.title)
      return names.joined(separator: ", ")
    }
  }
}
