/// Every screen once, in the order in which people meet them.
enum Screens {
  static let all: [any Screen.Type] = [
    HomeScreen.self,
    QueueScreen.self,
    ItemScreen.self,
    RemittancesScreen.self,
    RemittanceScreen.self,
    DepositsScreen.self,
    ImportsScreen.self,
    ActivityScreen.self,
    MessagesScreen.self,
    OrdersScreen.self,
    OrderScreen.self,
    TransmissionScreen.self,
    CalendarScreen.self,
    SearchScreen.self,
    ClaimScreen.self,
    HoldsReportScreen.self,
    OrderProblemsScreen.self,
    PatientsScreen.self,
  ]

  /// The commands of screens that stand in a group of the catalogue.
  static func commands(_ group: Command.Group) -> [Command] {
    all.flatMap { $0.commands }.filter { $0.group == group }
  }
}
