import Billing
import Cells
import Desk

/// What one screen holds; a screen is data only.
enum Screen: Equatable, Sendable {
  case home(HomeScreen)
  case queue(QueueScreen)
  case item(ItemScreen)
  case remittances(RemittancesScreen)
  case remittance(RemittanceScreen)
  case imports(ImportsScreen)
  case activity(ActivityScreen)
  case messages(MessagesScreen)
  case orders(OrdersScreen)
  case order(OrderScreen)
  case transmission(TransmissionScreen)
  case calendar(CalendarScreen)
  case holdsReport(HoldsReportScreen)
  case orderProblems(OrderProblemsScreen)
  case search(SearchScreen)
  case claim(ClaimScreen)

  var context: CommandContext {
    switch self {
    case .home: .home
    case .queue: .queue
    case .item: .item
    case .remittances: .remittances
    case .remittance: .remittance
    case .imports: .imports
    case .activity: .activity
    case .messages: .messages
    case .orders: .orders
    case .order: .order
    case .transmission: .transmission
    case .calendar: .calendar
    case .holdsReport: .holdsReport
    case .orderProblems: .orderProblems
    case .search: .search
    case .claim: .claim
    }
  }
}

/// A screen with a number of its own, so that a late answer finds it or nobody.
struct ScreenEntry: Equatable, Sendable {
  let number: Int
  var screen: Screen
}

/// The screens one is in, the first at the bottom; never empty.
struct ScreenStack: Equatable, Sendable {
  private(set) var below: [ScreenEntry] = []
  var top: ScreenEntry
  private var nextNumber = 1

  init(_ first: Screen) { top = ScreenEntry(number: 0, screen: first) }

  var depth: Int { below.count + 1 }
  var all: [ScreenEntry] { below + [top] }

  /// Puts a screen on top.
  ///
  /// - Returns: its number.
  @discardableResult
  mutating func push(_ screen: Screen) -> Int {
    below.append(top)
    return replaceTop(with: screen)
  }

  /// Puts a screen in place of the top one.
  @discardableResult
  mutating func replaceTop(with screen: Screen) -> Int {
    top = ScreenEntry(number: nextNumber, screen: screen)
    nextNumber += 1
    return top.number
  }

  /// Takes the top one off; false when it is the last.
  mutating func pop() -> Bool {
    guard let entry = below.popLast() else { return false }
    top = entry
    return true
  }

  /// Goes back to the first screen.
  mutating func popAll() {
    guard let first = below.first else { return }
    top = first
    below = []
  }

  /// The screen of that number, if it is still there.
  subscript(number: Int) -> Screen? {
    get { top.number == number ? top.screen : below.first { $0.number == number }?.screen }
    set {
      guard let newValue else { return }
      if top.number == number {
        top.screen = newValue
      } else if let index = below.firstIndex(where: { $0.number == number }) {
        below[index].screen = newValue
      }
    }
  }
}

extension Screen {
  var asHome: HomeScreen? { if case .home(let screen) = self { screen } else { nil } }
  var asQueue: QueueScreen? { if case .queue(let screen) = self { screen } else { nil } }
  var asItem: ItemScreen? { if case .item(let screen) = self { screen } else { nil } }
  var asRemittance: RemittanceScreen? {
    if case .remittance(let screen) = self { screen } else { nil }
  }
}
