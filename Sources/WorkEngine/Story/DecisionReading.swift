import Billing

/// What people's decisions say of an item besides its state: put away, given to a lead, pinned.
struct DecisionReading {
  /// The decision that put the item away, if nothing happened since.
  let pause: RecordedDecision?
  let isWithLead: Bool
  let isPinned: Bool

  /// Reads the decisions that stand, oldest first; `pause` is the one that still holds.
  init(_ decisions: [RecordedDecision], pause: RecordedDecision?) {
    self.pause = pause
    isWithLead =
      decisions.last { $0.verb == .escalate || $0.verb == .deescalate }?.verb == .escalate
    isPinned = decisions.last { $0.verb == .pin || $0.verb == .unpin }?.verb == .pin
  }

  /// As above, for work before a claim exists: a step taken on the item ends an earlier pause.
  init(_ decisions: [RecordedDecision]) {
    let pause = decisions.last { $0.isPause }
    let step = decisions.last { $0.isStep }
    let isOver = pause.map { $0.sequence < step?.sequence ?? .min } ?? false
    self.init(decisions, pause: isOver ? nil : pause)
  }

  /// The day on which a pause ends: as decided, else by the result code's default.
  func pauseEnd(_ rules: RuleBook) -> Day? {
    pause.flatMap { pause in
      pause.followUpOn
        ?? rules.result(for: pause.verb, suffix: pause.payerStatus)?.followUpDays.map {
          pause.on.adding(days: $0)
        }
    }
  }
}

extension RecordedDecision {
  /// Whether it put the item away: of a request only the step after which somebody else must act.
  var isPause: Bool {
    switch act {
    case .obtainAuthorization(.asked), .documentRequest(.sent): true
    case .obtainAuthorization, .documentRequest: false
    default: verb.has(.pauses)
    }
  }

  /// Brings something new that nobody need wait for any longer: an authorization or its refusal, a
  /// letter that asks for records or its result.
  var endsWaiting: Bool {
    switch act {
    case .obtainAuthorization, .documentRequest: !isPause
    default: false
    }
  }

  /// Whether it moved the work on, so that it is looked at again.
  var isStep: Bool { verb.has(.moves) && !isPause }
}
