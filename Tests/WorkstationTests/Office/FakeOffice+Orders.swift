import Billing
import Desk
import WorkEngine

extension FakeOffice {
  /// Orders whose number or patient begins so.
  func orders(_ query: OrderQuery) -> (rows: [OrderRow], count: Int) {
    let found = orderRows.filter { row in
      (query.standing == nil || row.standing == query.standing)
        && (query.text.isEmpty || row.number.lowercased().hasPrefix(query.text.lowercased())
          || row.patient.lowercased().hasPrefix(query.text.lowercased()))
    }
    return (Array(found.dropFirst(query.offset).prefix(query.limit)), found.count)
  }

  func order(_ id: OrderID) throws -> OrderDetail {
    switch id {
    case OrderID(1): return FakeOrders.good
    case OrderID(2): return FakeOrders.wrong
    default:
      guard let row = orderRows.first(where: { $0.id == id }) else {
        throw DeskRefusal("There is no such order.")
      }
      var detail = FakeOrders.good
      detail.order.number = row.number
      detail.order.standing = row.standing
      detail.item = nil
      return detail
    }
  }

  // MARK: Order entry

  func problems(in rows: [[String: String]]) -> [OrderInputProblem] {
    var problems: [OrderInputProblem] = []
    for (index, row) in rows.enumerated() {
      func value(_ name: String) -> String { row[name] ?? "" }
      if index == 0 {
        for name in ["patient_last_name", "primary_payer", "primary_member_id"]
        where value(name).isEmpty {
          problems.append(OrderInputProblem(line: nil, column: name, message: "It is missing."))
        }
        if !value("prescriber_npi").isEmpty,
          !NationalProviderIdentifier.isValid(value("prescriber_npi"))
        {
          problems.append(
            OrderInputProblem(
              line: nil, column: "prescriber_npi", message: "The NPI fails its check digit."))
        }
        for name in FakeOffice.dates where !value(name).isEmpty {
          if Day(value(name)) == nil {
            problems.append(
              OrderInputProblem(
                line: nil, column: name, message: "There is no day \(value(name))."))
          }
        }
      }
      if value("hcpcs").count != 5 {
        problems.append(
          OrderInputProblem(
            line: nil, column: "hcpcs",
            message: (rows.count > 1 ? "Item \(index + 1): " : "")
              + "A HCPCS code has five characters."))
      }
    }
    return problems
  }

  /// Columns of the order template that hold days.
  private static let dates = OrderFieldList.all.filter(\.isDay).map(\.name)

  mutating func save(_ rows: [[String: String]]) -> EnteredOrder {
    let problems = problems(in: rows)
    guard problems.isEmpty, let first = rows.first, let number = first[OrderFieldList.number]
    else { return EnteredOrder(problems: problems) }
    let name = (first["patient_last_name"] ?? "") + ", " + (first["patient_first_name"] ?? "")
    let known = orderRows.firstIndex { $0.number == number }
    let row = OrderRow(
      id: known.map { orderRows[$0].id } ?? OrderID(90), number: number, patient: name,
      payer: first["primary_payer"] ?? "", procedure: first["hcpcs"] ?? "", servedOn: today,
      standing: .delivered, charge: Cents(12_000), item: known.flatMap { orderRows[$0].item })
    if let known { orderRows[known] = row } else { orderRows.insert(row, at: 0) }
    return EnteredOrder(id: row.id, problems: [])
  }

  // MARK: Sending

  mutating func send(_ request: SendingRequest) throws -> SendingOutcome {
    guard let index = board.groups.firstIndex(where: { $0.payer == request.payer }) else {
      throw DeskRefusal("Nothing is ready for that payer.")
    }
    let group = board.groups[index]
    guard group.claims == request.typedClaims, group.total == request.typedTotal,
      !boardIsStale
    else {
      boardIsStale = false
      throw DeskRefusal(
        "The group changed since you looked: \(group.claims) claims, \(group.total). Nothing was sent."
      )
    }
    board.groups.remove(at: index)
    let batch = Batch(
      id: BatchID(90), fileName: "outbox/CLAIMS-1121.837", receiver: group.clearinghouse,
      interchangeControl: "000000413", sentOn: today, claims: group.claims, total: group.total)
    board.batches.insert(batch, at: 0)
    return SendingOutcome(
      batch: batch.id, file: batch.fileName, claims: group.claims, total: group.total,
      message: "Sent \(group.claims) claims, \(group.total), to \(group.clearinghouse).")
  }

  // MARK: Decisions

  /// What a decision changes in what is known of an order, a charge or special work.
  mutating func applyToSubject(_ decision: Decision, to id: WorkItemID) {
    guard let subject = subjects[id] else { return }
    switch (subject, decision.act) {
    case (.charge(var charge), .hold(let entry)):
      let row = FakeBook.rules.holdReasons[entry.reason]
      charge.holds.insert(
        HoldRow(
          hold: Hold(
            id: HoldID(50), subject: .charge(charge.charge.id), type: row?.type ?? .manual,
            reason: entry.reason, detail: decision.note, team: entry.team ?? .billing,
            owner: entry.owner, placedOn: today, placedBy: user, edit: "",
            reviewOn: entry.reviewOn),
          title: row?.title ?? entry.reason, days: 0, document: row?.document), at: 0)
      subjects[id] = .charge(charge)
    case (.charge(var charge), .releaseHold(let release)):
      for index in charge.holds.indices
      where release.hold == nil || charge.holds[index].hold.id == release.hold {
        charge.holds[index].hold.release = .init(
          on: today, by: user, evidence: release.evidence)
      }
      settle(&charge, id)
    case (.charge(var charge), .attachDocument(let draft)):
      charge.documents.append(
        Document(
          id: DocumentID(77), patient: PatientID(1), order: charge.order.id, content: draft,
          receivedOn: today))
      for index in charge.holds.indices where charge.holds[index].document == draft.kind {
        charge.holds[index].hold.release = .init(
          on: today, by: "docket", evidence: "\(draft.kind.title) is indexed",
          document: DocumentID(77))
      }
      settle(&charge, id)
    case (.special(var special), .contactPatient(let answer)):
      special.work.answers = answer.answers
      special.work.standing = .answered
      special.evidence = special.evidence.map { row in
        guard row.kind == .refillRequest else { return row }
        return EvidenceRow(
          kind: row.kind,
          document: Document(
            id: DocumentID(78), patient: PatientID(5), order: nil,
            content: DocumentDraft(kind: .refillRequest, dated: today, answers: answer.answers),
            receivedOn: today))
      }
      special.refusal = "Nothing may ship before Nov 30."
      subjects[id] = .special(special)
    default: break
    }
  }

  /// A charge that nothing holds any more leaves the queue.
  private mutating func settle(_ charge: inout ChargeDetail, _ id: WorkItemID) {
    let open = charge.holds.filter(\.hold.isOpen)
    charge.holds = open + charge.holds.filter { !$0.hold.isOpen }
    if open.isEmpty { charge.place = .ready }
    subjects[id] = .charge(charge)
    if open.isEmpty { items.removeAll { $0.id == id } }
  }

  func orderAdvice(_ item: FakeItem) -> Advice? {
    let situation = situation(item)
    func advice(
      _ proposed: DecisionVerb, why: String, others: [DecisionVerb],
      refused: [DecisionVerb: String] = [:]
    ) -> Advice {
      let verbs = [proposed] + others
      let rest = always(item, situation).filter { !verbs.contains($0) }
      return Advice(
        proposed: proposed, resultCode: "", why: [why], fix: "",
        options: (verbs + rest).map { verb in
          DecisionOption(
            verb: verb, permission: refused[verb].map { .refused($0) } ?? .allowed,
            resultCode: "", followUpOn: verb == .followUp ? today.adding(days: 3) : nil,
            fields: situation.fields(of: verb))
        })
    }
    switch subjects[item.id] {
    case .order(let detail):
      let isBlocked = detail.findings.contains(where: \.isBlocking)
      return advice(
        isBlocked ? .returnOrder : .confirm,
        why: isBlocked
          ? "The check found what the front office has to put right."
          : "Every check is clean or only warns.",
        others: [isBlocked ? .confirm : .returnOrder, .attachDocument, .cancelOrder],
        refused: isBlocked ? [.confirm: "The check found problems: put them right first."] : [:])
    case .charge(let detail):
      guard let first = detail.holds.first(where: \.hold.isOpen)?.hold else {
        return advice(
          .transmit, why: "No hold is open and every edit is clean.",
          others: [.hold, .correctCharge])
      }
      let waitsForPaper = first.type != .manual
      return advice(
        waitsForPaper ? .attachDocument : .releaseHold,
        why: waitsForPaper
          ? "The hold is released by itself when the document is indexed."
          : "A person placed it; a person releases it.",
        others: [
          waitsForPaper ? .releaseHold : .attachDocument, .hold, .correctCharge,
          .checkEligibility, .withdrawCharge,
        ])
    case .batch:
      return advice(
        .followUp, why: "The clearinghouse should have answered within a business day.",
        others: [.calledPayer])
    case .special(let detail):
      let isAsked = detail.work.standing != .open || detail.work.due.kind != .resupply
      return advice(
        isAsked ? .fulfil : .contactPatient,
        why: isAsked
          ? "It is made when it happened."
          : "Nothing ships without the patient's answer, item by item.",
        others: [isAsked ? .contactPatient : .fulfil, .attachDocument, .decline, .pickUp],
        refused: isAsked ? [:] : [.fulfil: "The patient has not asked for anything yet."])
    default: return nil
    }
  }
}
