package import Billing

/// Which activities to list, newest first.
package struct ActivityQuery: Equatable, Sendable {
  package var user: String?
  package var on: Day?
  package var offset: Int
  package var limit: Int

  package init(user: String? = nil, on: Day? = nil, offset: Int = 0, limit: Int = 100) {
    self.user = user
    self.on = on
    self.offset = offset
    self.limit = limit
  }
}

/// One line of the activity screen.
package struct ActivityRow: Equatable, Sendable {
  package var activity: Activity
  package var reference: String
  package var item: WorkItemID?

  package init(activity: Activity, reference: String, item: WorkItemID?) {
    self.activity = activity
    self.reference = reference
    self.item = item
  }
}
