package import Billing

extension QueueName {
  /// What the items of the queue are about (domain reference 1.4).
  package var subjects: Set<SubjectKind> {
    switch self {
    case .orderConfirmation: [.order]
    case .holds: [.charge]
    case .transmission: [.charge, .batch]
    case .rejections, .followUp: [.claim]
    case .denials: [.claim, .underpayment]
    case .creditBalances: [.credit, .providerBalance, .approval]
    case .cashPosting: [.remitClaim, .remittance, .refusedSet, .deposit, .approval]
    case .patientBalances: [.patient]
    case .special: [.special]
    }
  }
}

extension DecisionVerb {
  /// What can be decided about several items of a queue at once: what fits them first, then what
  /// fits every item.
  package static func forMany(in queue: QueueName, isSupervisor: Bool) -> [DecisionVerb] {
    let offered = Verbs.all.filter { verb in
      verb.traits.contains(.many) && (isSupervisor || !verb.traits.contains(.supervisors))
        && !verb.subjects.isDisjoint(with: queue.subjects)
    }
    return
      (offered.filter { !$0.traits.contains(.anywhere) }
      + offered.filter { $0.traits.contains(.anywhere) }).map(\.name)
  }

  /// Whether it could be decided about items of a queue.
  package func fits(_ queue: QueueName) -> Bool {
    !Verbs[self].subjects.isDisjoint(with: queue.subjects)
  }
}
