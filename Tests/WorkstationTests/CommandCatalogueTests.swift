import Billing
import Cells
import Testing
import WorkEngine

@testable import Workstation

@Suite("The command catalogue")
struct CommandCatalogueTests {
  private static let keymap = Keymap()

  @Test("has every command once")
  func everyNameOnce() {
    let names = CommandCatalogue.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names) == Set(CommandName.allCases))
  }

  @Test(
    "gives every command a title, a sentence of help and a name in kebab case",
    arguments: CommandName.allCases)
  func hasHelp(name: CommandName) {
    let command = CommandCatalogue.entry(name)
    #expect(!command.title.isEmpty)
    #expect(command.help.string.hasSuffix("."), "\(command.help)")
    #expect(command.help.columns > 15)
    #expect(!command.contexts.isEmpty)
    #expect(name.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
  }

  @Test(
    "makes every command reachable by a key, the palette or the help",
    arguments: CommandName.allCases)
  func isReachable(name: CommandName) {
    let hasKey = !Self.keymap.sequences(of: name).isEmpty
    let isInPalette = Workstation.paletteNames.contains(name)
    #expect(hasKey || isInPalette)
  }

  @Test(
    "has a command for every decision that is taken on an item",
    arguments: DecisionVerb.allCases.filter { !$0.has(.elsewhere) })
  func hasDecision(verb: DecisionVerb) throws {
    let commands = CommandCatalogue.all.filter { $0.name.verb == verb }
    #expect(commands.map(\.title.string) == [verb.title])
    #expect(commands.first?.contexts == [.queue, .item])
  }

  @Test("gives no key two meanings on one screen", arguments: CommandContext.allCases)
  func noClash(context: CommandContext) {
    var meanings: [[Key]: CommandName] = [:]
    for command in CommandCatalogue.all where command.contexts.contains(context) {
      for sequence in Self.keymap.sequences(of: command.name) {
        #expect(meanings[sequence] == nil, "\(sequence) is \(command.name) and also another")
        meanings[sequence] = command.name
      }
    }
  }

  /// Verbs that no person chooses from a list: they have keys, or screens, of their own.
  private static let notChosen: Set<DecisionVerb> = [.undo, .redo, .transmit, .postEOB]

  @Test(
    "gives every decision two letters of its own, the same in every queue",
    arguments: DecisionVerb.allCases.filter { !notChosen.contains($0) })
  func codes(verb: DecisionVerb) throws {
    let commands = CommandCatalogue.all.filter { $0.verb == verb }
    #expect(commands.count == 1, "\(verb) has \(commands.count) commands")
    let code = try #require(commands.first).code
    #expect(code.count == 2 && code.allSatisfy { $0.isLowercase && $0.isASCII }, "\(code)")
    #expect(CommandCatalogue.all.filter { $0.code == code }.count == 1, "\(code)")
  }

  @Test("keeps the two letters that people have learned")
  func learnedCodes() {
    let codes = CommandCatalogue.all.filter { $0.verb != nil }.map {
      "\($0.code) \($0.name.rawValue)"
    }
    for known in [
      "ap appeal", "ao appeal-outcome", "as assign", "bn bill-next", "ca called", "co confirm",
      "de defer", "do attach-document", "es escalate", "fu follow-up", "fx resubmit", "ho hold",
      "no note", "po post", "pt portal", "rd request-documents", "rh release-hold", "ro reopen",
      "rp replace", "rt return", "tr transfer", "vo void", "wo write-off",
    ] { #expect(codes.contains(known), "\(known)") }
  }

  @Test("knows every screen by a name of its own")
  func screens() {
    let contexts = CommandContext.allCases
    #expect(Set(contexts.map(\.name)).count == contexts.count)
    #expect(Set(contexts.map(\.title)).count == contexts.count)
    let known = Set(contexts)
    for command in CommandCatalogue.all { #expect(command.contexts.isSubset(of: known)) }
  }

  @Test("uses hints that are short")
  func hints() {
    for command in CommandCatalogue.all { #expect(command.hint.columns <= 12, "\(command.name)") }
  }

  @Test(
    "has the keys of the convention",
    arguments: [
      ("j", .moveDown), ("k", .moveUp), ("<down>", .moveDown), ("<up>", .moveUp), ("g", .top),
      ("G", .bottom), ("<home>", .top), ("<end>", .bottom), ("<c-d>", .halfPageDown),
      ("<c-u>", .halfPageUp), ("<pgdn>", .pageDown), ("<pgup>", .pageUp), ("/", .filter),
      ("?", .help), ("<f1>", .help), (":", .commandLine), ("<c-p>", .palette), ("<enter>", .open),
      ("<esc>", .back), ("q", .close), ("<c-c>", .cancel), ("<space>", .mark), ("v", .markRange),
      ("*", .markAll), ("u", .undo), ("U", .redo), (".", .repeatLast), ("1", .view), ("9", .view),
      ("c", .takeNext), ("r", .resolve), ("d", .deferItem), ("e", .escalate), ("a", .note),
      ("x", .transfer), ("<f5>", .reload), ("<c-l>", .redraw), ("S", .sort), ("<c-x>", .mask),
      ("h", .scrollLeft), ("l", .scrollRight), ("y c", .copyClaim),
    ] as [(String, CommandName)])
  func convention(keys: String, name: CommandName) throws {
    let sequence = try Key.sequence(parsing: keys)
    switch Self.keymap.match(sequence, in: .queue) {
    case .command(let found), .commandAndPrefix(let found): #expect(found == name)
    default: Issue.record("\(keys) gives nothing in a queue")
    }
  }
}

@Suite("Keys of the keys file")
struct KeymapTests {
  @Test("replace those of a command and are taken from others")
  func replaces() throws {
    let keymap = Keymap(overrides: ["defer": ["a"], "note": ["<c-n>"]])
    #expect(keymap.problems == [])
    #expect(keymap.match([.character("a")], in: .queue) == .command(.deferItem))
    #expect(keymap.match([.control("n")], in: .queue) == .command(.note))
    #expect(keymap.match([.character("d")], in: .queue) == .none)
  }

  @Test("are taken from a command that keeps its default")
  func takesOver() {
    let keymap = Keymap(overrides: ["defer": ["a"]])
    #expect(keymap.match([.character("a")], in: .queue) == .command(.deferItem))
    #expect(keymap.sequences(of: .note) == [])
  }

  @Test("may be sequences")
  func sequences() {
    let keymap = Keymap(overrides: ["defer": ["<space> d"], "mark": []])
    #expect(keymap.match([.character(" ")], in: .queue) == .prefix)
    #expect(keymap.match([.character(" "), .character("d")], in: .queue) == .command(.deferItem))
    #expect(keymap.label(of: .deferItem) == "Space d")
    #expect(keymap.label(of: .mark) == nil)
  }

  @Test("that cannot be read are named and leave the old ones")
  func problems() {
    let keymap = Keymap(overrides: ["frob": ["x"], "defer": ["<nokey>"]])
    #expect(keymap.problems.count == 2)
    #expect(keymap.problems.contains { $0.contains("no command \"frob\"") })
    #expect(keymap.sequences(of: .deferItem) == [[.character("d")]])
  }

  @Test("that continue a command are both")
  func commandAndPrefix() {
    let keymap = Keymap()
    #expect(keymap.match([.character("g")], in: .home) == .commandAndPrefix(.top))
    #expect(keymap.match([.character("g"), .character("r")], in: .home) == .command(.remittances))
    #expect(keymap.match([.character("y")], in: .queue) == .prefix)
    let next = keymap.continuations(of: [.character("y")], in: .queue).flatMap(\.commands)
    #expect(next.map(\.name) == [.copyClaim, .copyPatient, .copyAmount])
  }

  @Test("may be longer: each key that may follow is told once, with all that it leads to")
  func longPrefixes() {
    let keymap = Keymap(overrides: [
      "defer": ["x d d"], "note": ["x d n"], "escalate": ["x d"], "pin": ["x p q"],
    ])
    func next(_ keys: [Key]) -> [String] {
      keymap.continuations(of: keys, in: .queue).map { "\($0.key.description) \($0.title.string)" }
    }
    #expect(next([.character("x")]).sorted() == ["d Escalate to a lead", "p Pin to the top"])
    #expect(next([.character("x"), .character("d")]).count == 2)
  }

  @Test("show what may follow, each of them, until Esc closes that and nothing else")
  func boxes() throws {
    var desk = try Desktop(
      settings: WorkstationSettings(user: "tlee", today: MadeOffice.today),
      office: MadeOffice(named: "office"), size: Size(columns: 80, rows: 24))
    desk.press(try Key.sequence(parsing: "j j <enter>"))
    let prefixes = Set(
      CommandCatalogue.all.filter { $0.contexts.contains(.queue) }.flatMap(\.keys)
        .filter { $0.count > 1 }.map { $0[0] })
    #expect(prefixes.count == 2)
    for prefix in prefixes {
      let before = desk.frame.lines
      desk.press([prefix])
      #expect(!desk.frame.lines.contains { $0.contains("┌─ \(prefix.description) ─") })
      desk.wait(milliseconds: Workstation.sequenceDelay)
      let shown = desk.frame.lines.joined()
      #expect(shown.contains("┌─ \(prefix.description) ─"))
      for next in Keymap().continuations(of: [prefix], in: .queue) {
        #expect(shown.contains("\(next.key.description)  \(next.title.string)"))
      }
      desk.press([.escape])
      #expect(desk.frame.lines == before)
    }
  }
}
