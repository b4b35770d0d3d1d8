import Billing
import Cells
import Desk

/// A screen on which the office hands out the next item.
protocol HandingScreen: Screen {
  /// From where the next item comes, where a list of work lies on top or below.
  func next(of list: QueueScreen?) -> (queue: QueueName, filter: WorkFilter)

  var refusalToTakeNext: SafeText? { get }
}

extension HandingScreen {
  var refusalToTakeNext: SafeText? { nil }
}
