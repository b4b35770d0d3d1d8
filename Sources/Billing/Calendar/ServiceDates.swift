/// The days of a service, the first and the last, both included; one day for what is done at once.
package struct ServiceDates: Hashable, Sendable {
  package var first: Day
  package var through: Day

  /// One day where no other is named.
  package init(_ first: Day, through: Day? = nil) {
    self.first = first
    self.through = through ?? first
  }

  /// The days from the earliest to the latest of several services, nil where there are none.
  package init?(spanning services: some Sequence<ServiceDates>) {
    var services = services.makeIterator()
    guard var span = services.next() else { return nil }
    while let next = services.next() {
      span = ServiceDates(min(span.first, next.first), through: max(span.through, next.through))
    }
    self = span
  }

  /// Whether it does not end before it begins; only then are the questions below answered yes.
  package var isInOrder: Bool { first <= through }

  package var isOneDay: Bool { first == through }

  /// How many days it takes, 1 for one day; none or less where it is not in order.
  package var dayCount: Int { through - first + 1 }

  package func contains(_ day: Day) -> Bool { first <= day && day <= through }

  /// Whether a day is in both.
  package func overlaps(_ other: ServiceDates) -> Bool {
    isInOrder && other.isInOrder && first <= other.through && other.first <= through
  }
}

extension ServiceDates: CustomStringConvertible {
  /// `2026-01-12`, or `2026-01-12 to 2026-02-11`.
  package var description: String {
    isOneDay ? first.description : first.description + " to " + through.description
  }
}

/// What was done on days that are known.
package protocol Served {
  var service: ServiceDates { get set }
}

extension Served {
  package var serviceFrom: Day {
    get { service.first }
    set { service.first = newValue }
  }

  package var serviceThrough: Day {
    get { service.through }
    set { service.through = newValue }
  }
}
