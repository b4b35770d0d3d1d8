import Billing
import Database
import Desk
import Store
import WorkEngine

/// Everything that ever happened to a piece of work, oldest first.
struct Timeline {
  let connection: Connection

  func entries(of story: WorkStory, _ subject: WorkSubject) throws -> [TimelineEntry] {
    let entries: [TimelineEntry] =
      switch story {
      case .claim(let story): try ClaimTimeline(story, connection: connection).entries
      case .stagedAnswer(let story), .remittance(let story): try staged(story)
      case .order(let story):
        [
          TimelineEntry(
            on: story.order.receivedOn, kind: .note, user: "", title: "Order received",
            detail: "")
        ] + documents(story.documents)
      case .charge(let story): try holds(of: story) + documents(story.review.documents)
      case .batch(let story): try answers(to: story)
      case .special(let story): documents(story.documents)
      case .credit(let story): try ClaimTimeline(story.claim, connection: connection).entries
      case .providerBalance, .patient: []
      case .deposit(let story): try deposit(story)
      case .approval(let story): [asked(story.approval)]
      case .underpayment(let story): try ClaimTimeline(story.claim, connection: connection).entries
      case .refusedSet(let story):
        [
          TimelineEntry(
            on: story.refused.readOn, kind: .rejected, user: "", title: "Refused when it was read",
            detail: story.refused.facts.problem.message, amount: story.refused.facts.amount)
        ]
      }
    let decided = try decisions(on: subject)
    // What was sent and answered on a day comes before what somebody decided about it.
    if case .claim = story { return ordered(entries + decided) }
    return ordered(decided + entries)
  }

  private func staged(_ story: StagedRemittanceStory) throws -> [TimelineEntry] {
    var remittance: RemittanceID?
    switch story.subject {
    case .remitClaim(let id): remittance = try RemitClaims.find(id, in: connection)?.remittance
    case .remittance(let id): remittance = id
    default: break
    }
    guard let remittance, let header = try Remittances.find(remittance, in: connection) else {
      return []
    }
    return [
      TimelineEntry(
        on: header.paymentDate, kind: .staged, user: "",
        title: "Remittance " + header.traceNumber,
        detail: story.reasons.map(\.code).joined(separator: ", "), amount: story.suspense)
    ]
  }

  private func holds(of story: ChargeStory) throws -> [TimelineEntry] {
    let charge = story.review.charge
    var entries: [TimelineEntry] = []
    for hold in try Holds.all(of: charge.id, rental: charge.rental, in: connection)
    where hold.isAutomatic {
      entries.append(
        TimelineEntry(
          on: hold.placedOn, kind: .note, user: hold.placedBy, title: "Held: " + hold.reason,
          detail: hold.detail))
      if let release = hold.release {
        entries.append(
          TimelineEntry(
            on: release.on, kind: .note, user: release.by, title: "Released: " + hold.reason,
            detail: release.evidence))
      }
    }
    return entries
  }

  private func answers(to story: BatchStory) throws -> [TimelineEntry] {
    try [
      TimelineEntry(
        on: story.batch.sentOn, kind: .sent, user: "", title: "Sent " + story.batch.fileName,
        detail: "\(story.batch.claims) claims", amount: story.batch.total)
    ]
      + Batches.answers(to: story.batch.id, in: connection).map {
        TimelineEntry(
          on: $0.on, kind: $0.verdict == .rejected ? .rejected : .acknowledged, user: "",
          title: $0.kind.rawValue + " " + $0.verdict.rawValue, detail: "\($0.claims) claims")
      }
  }

  private func deposit(_ story: DepositStory) throws -> [TimelineEntry] {
    let content = story.deposit.content
    let source = try story.deposit.file.flatMap { try Files.name(of: $0, in: connection) }
    return [
      TimelineEntry(
        on: content.receivedOn, kind: .remitted, user: story.deposit.user,
        title: content.form.title + " in the bank",
        detail: source.map { "\($0), line \(story.deposit.line)" } ?? "typed by hand",
        amount: content.amount)
    ]
      + story.matches.filter { $0.activity == nil }.map {
        TimelineEntry(
          on: $0.knownOn, kind: .posted, user: "", title: "Matched with " + $0.trace,
          detail: "by number, amount and day", amount: $0.amount)
      }
      + (try DepositDocuments.all(of: story.deposit.id, in: connection)).map {
        TimelineEntry(
          on: $0.knownOn, kind: .note, user: $0.user, title: "Paper attached", detail: $0.path)
      }
  }

  private func asked(_ approval: Approval) -> TimelineEntry {
    TimelineEntry(
      on: approval.askedOn, kind: .note, user: approval.askedBy,
      title: "Asked: \(approval.purpose.title.lowercased()) \(approval.about)",
      detail: approval.reason, amount: approval.amount == .zero ? nil : approval.amount)
  }

  private func documents(_ documents: [Document]) -> [TimelineEntry] {
    documents.map { document in
      TimelineEntry(
        on: document.receivedOn, kind: .note, user: "", title: document.content.kind.title,
        detail: [document.content.number, document.content.signer, document.content.fileReference]
          .filter { !$0.isEmpty }.joined(separator: ", "))
    }
  }

  private func decisions(on subject: WorkSubject) throws -> [TimelineEntry] {
    try Activities.all(of: subject, in: connection).map { kept in
      let activity = kept.activity
      let isUndo = activity.undoes != nil
      return TimelineEntry(
        on: activity.on, kind: isUndo ? .undone : activity.verb == .note ? .note : .decision,
        user: activity.user,
        title: activity.verb.title + (activity.undoneBy == nil ? "" : " (undone)"),
        detail: [activity.detail, activity.note].filter { !$0.isEmpty }.joined(separator: ": "),
        activity: activity.id)
    }
  }

  private func ordered(_ entries: [TimelineEntry]) -> [TimelineEntry] {
    // Stable by day: what is read in one order stays in it.
    entries.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }
      .map(\.element)
  }
}
