import Billing
import Cells
import Desk

/// A screen that shows orders which can be changed in the entry form.
protocol OrderEditing: Screen {
  var orderToEdit: OrderToEdit { get }
}

/// The order that the entry form would open.
enum OrderToEdit {
  case held(OrderDetail)
  /// One of a list: it is read first.
  case listed(OrderID, OrderStanding)
  /// Why there is none.
  case none(SafeText)
}
