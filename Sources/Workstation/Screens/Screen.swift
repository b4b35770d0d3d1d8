import Billing
import Cells
import Desk

/// One screen: what it holds, and everything that it does.
///
/// A screen is a value in a file of its own. It changes only while it is called, and reaches nothing
/// but the ``Shell`` that it is handed; what it does not say of itself here has a default.
protocol Screen: Equatable, Sendable {
  /// Its name among the screens, and what people call it.
  static var context: CommandContext { get }

  /// The commands that reach it or are given on it alone.
  static var commands: [Command] { get }

  static var abilities: ScreenAbilities { get }

  /// Its name in the path at the top.
  func crumb(_ privacy: Privacy) -> SafeText

  // MARK: Reading

  /// Asks for all that it shows, also where it was read before.
  mutating func read(_ shell: inout Shell)

  /// After every message: asks for what it shows and does not hold.
  mutating func readMissing(_ shell: inout Shell)

  /// Whether it has nothing to show yet, and what keys mean depends on what is being read.
  func isUnread(_ shell: Shell) -> Bool

  // MARK: Room

  /// Takes the height that the shell gives it.
  mutating func layOut(_ shell: Shell)

  // MARK: Moving

  mutating func move(_ step: ListMove, _ shell: inout Shell)
  mutating func scrollColumns(by step: Int)
  mutating func changePane(by step: Int, _ shell: inout Shell)
  mutating func changeTab(by step: Int, _ shell: inout Shell)

  /// The mouse was pressed at a point of the screen, counted from its own first row.
  mutating func click(_ point: Point, _ shell: inout Shell)

  /// The cursor has rested for a while.
  mutating func rested(_ shell: inout Shell)

  /// Narrows it to what is typed; asks for the text where there is none.
  mutating func filter(_ text: String, _ shell: inout Shell)

  // MARK: Opening and leaving

  /// What Enter does.
  mutating func open(_ shell: inout Shell)

  /// Why Enter does nothing.
  func refusalToOpen(_ shell: Shell) -> SafeText?

  /// What copying is about.
  var record: Record? { get }

  /// Goes one step back inside itself; false where there is none.
  mutating func goBack(_ shell: inout Shell) -> Bool

  /// It is on top again.
  mutating func arrive(_ shell: inout Shell)

  /// It is left: gives back what it holds.
  mutating func leave(_ shell: inout Shell)

  // MARK: Showing

  /// Its own word for a command in the last line; nil for the usual one.
  func hint(of command: CommandName) -> SafeText?

  /// Commands that the last line does not name here.
  static var unhinted: Set<CommandName> { get }

  func draw(on canvas: inout Canvas, in rect: Rect)
}

/// What some screens can do and others cannot; commands say by it where they can be given.
struct ScreenAbilities: OptionSet, Sendable {
  let rawValue: Int

  /// Has more columns than a small terminal shows.
  static let columns = ScreenAbilities(rawValue: 1)
  static let panes = ScreenAbilities(rawValue: 2)
  static let tabs = ScreenAbilities(rawValue: 4)
  static let filter = ScreenAbilities(rawValue: 8)
  /// Has a record whose numbers can be copied.
  static let record = ScreenAbilities(rawValue: 16)
}

/// The row or item that copying is about.
struct Record: Equatable, Sendable {
  var reference: String
  var patient: String
  var amount: Cents
  var payerNumber = ""
}

extension Screen {
  static var commands: [Command] { [] }
  static var abilities: ScreenAbilities { [] }
  static var unhinted: Set<CommandName> { [] }

  func crumb(_ privacy: Privacy) -> SafeText { Self.context.title }
  func read(_ shell: inout Shell) {}
  func readMissing(_ shell: inout Shell) {}
  func isUnread(_ shell: Shell) -> Bool { false }
  func layOut(_ shell: Shell) {}
  func scrollColumns(by step: Int) {}
  func changePane(by step: Int, _ shell: inout Shell) {}
  func changeTab(by step: Int, _ shell: inout Shell) {}
  func click(_ point: Point, _ shell: inout Shell) {}
  func rested(_ shell: inout Shell) {}
  func filter(_ text: String, _ shell: inout Shell) {}
  func open(_ shell: inout Shell) {}
  func refusalToOpen(_ shell: Shell) -> SafeText? { "there is nothing more to open here" }
  var record: Record? { nil }
  func goBack(_ shell: inout Shell) -> Bool { false }
  func arrive(_ shell: inout Shell) {}
  func leave(_ shell: inout Shell) {}
  func hint(of command: CommandName) -> SafeText? { nil }

  var context: CommandContext { Self.context }

  func isSame(as other: any Screen) -> Bool { (other as? Self) == self }
}
