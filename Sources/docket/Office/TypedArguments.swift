import ArgumentParser
import Billing
import Desk

extension QueueName: ExpressibleByArgument {
  /// The queue's name, or a beginning of it or of its title that fits no other.
  package init?(argument: String) {
    let text = argument.lowercased()
    if let queue = QueueName(rawValue: text) {
      self = queue
      return
    }
    let found = QueueName.allCases.filter {
      $0.rawValue.hasPrefix(text) || $0.title.lowercased().hasPrefix(text)
        || $0.rawValue.hasSuffix(text)
    }
    guard found.count == 1, !text.isEmpty else { return nil }
    self = found[0]
  }

  package static var allValueStrings: [String] { inOrder.map(\.rawValue) }
}

extension Lane: ExpressibleByArgument {
  package init?(argument: String) {
    guard let lane = LaneName.lane(argument) else { return nil }
    self = lane
  }

  package static var allValueStrings: [String] { LaneName.all.map(\.name) }
}

extension WorkOrder: ExpressibleByArgument {}
extension Cents: ExpressibleByArgument {
  package init?(argument: String) { self.init(typed: argument) }
}
