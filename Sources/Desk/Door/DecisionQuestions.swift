package import Billing

/// What can be said with a verb about an item, filled in; about none for many at once.
package struct ReadForm: DeskQuestion {
  package var verb: DecisionVerb
  package var item: WorkItemID?

  package init(_ verb: DecisionVerb, item: WorkItemID?) {
    self.verb = verb
    self.item = item
  }

  package var job: JobName { .form }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> [DecisionField] {
    try office.form(verb, about: item)
  }
}

/// Takes one decision on one item.
package struct Decide: DeskQuestion {
  package var request: DecisionRequest

  package init(_ request: DecisionRequest) {
    self.request = request
  }

  package var job: JobName { .decision }
  package var canBeCancelled: Bool { false }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> DecisionOutcome {
    try office.decide(request)
  }
}

/// What a decision about many items would do; nothing is done.
package struct PreviewMany: DeskQuestion {
  package var items: [WorkItemID]
  package var entry: DecisionEntry

  package init(_ items: [WorkItemID], _ entry: DecisionEntry) {
    self.items = items
    self.entry = entry
  }

  package var job: JobName { .preview }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> BulkPreview {
    try office.preview(items, entry)
  }
}

/// Takes one decision on many items.
package struct DecideMany: DeskQuestion {
  package var items: [WorkItemID]
  package var entry: DecisionEntry

  package init(_ items: [WorkItemID], _ entry: DecisionEntry) {
    self.items = items
    self.entry = entry
  }

  package var job: JobName { .decision }
  package var canBeCancelled: Bool { false }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> DecisionOutcome {
    try office.decideMany(items, entry)
  }
}

/// Takes the last decision back.
package struct UndoDecision: DeskQuestion {
  package init() {}

  package var job: JobName { .decision }
  package var canBeCancelled: Bool { false }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> DecisionOutcome {
    try office.undo()
  }
}

/// Brings back what was undone last.
package struct RedoDecision: DeskQuestion {
  package init() {}

  package var job: JobName { .decision }
  package var canBeCancelled: Bool { false }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> DecisionOutcome {
    try office.redo()
  }
}

/// Who did what, newest first.
package struct ReadActivities: DeskQuestion {
  package var query: ActivityQuery

  package init(_ query: ActivityQuery) {
    self.query = query
  }

  package var job: JobName { .activities }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> [ActivityRow] {
    try office.activities(query)
  }
}

/// The names of everybody who works here.
package struct ReadBillers: DeskQuestion {
  package init() {}

  package var job: JobName { .completions }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> [String] {
    try office.billers()
  }
}
