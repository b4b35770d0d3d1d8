import Billing
import ClaimFiles
import Database
import Desk
import Store
import WorkEngine
import X12

extension FileApplication {
  /// 999: a set that was refused makes every one of its claims unsent.
  mutating func applyImplementationAcknowledgment(
    of set: TransactionSetEnvelope, at index: Int
  ) throws {
    let (answer, problems) = ImplementationAcknowledgment999.read(file: file, set: set)
    note(problems)
    let name = "the \(set.code)"
    guard answer.functionalCode == "HC" || answer.functionalCode.isEmpty else {
      note(
        "\(name) answers a group of kind \(answer.functionalCode), not claims", isError: false,
        in: set)
      return
    }
    let day = day(of: set)
    var answers: [FrontEndNote] = []
    if answer.isRefusedWhole {
      answers += try groupRefused(answer, on: day, name: name, in: set)
    } else if set.code == "997", answer.sets.contains(where: { !$0.isAccepted }) {
      note(
        "\(name) refuses sets of group \(answer.groupControl): their claims were refused",
        isError: true, in: set)
    }
    for setAnswer in answer.sets {
      let isAccepted = setAnswer.isAccepted
      let verdict: Acknowledgments.Verdict = isAccepted ? .received : .rejected
      let reasons = isAccepted ? [] : SyntaxReading.reasons(of: setAnswer, rules: office.rules)
      let sent = try read {
        try Acknowledgments.submissions(
          groupControl: answer.groupControl, setControl: setAnswer.control, answeredOn: day,
          in: $0)
      }
      if sent.isEmpty {
        note(
          "\(name) answers set \(setAnswer.control) of group \(answer.groupControl), which this office never sent",
          isError: !isAccepted, in: set)
      }
      answers += sent.map {
        FrontEndNote(
          submission: $0.submission, claim: $0.claim, verdict: verdict, on: day, hop: 1,
          codes: "IK5 " + setAnswer.outcome, reasons: reasons)
      }
    }
    try record(answers, kind: .set, of: set, at: index)
  }

  /// A group that is refused without a word about its sets: everything that was in it.
  private mutating func groupRefused(
    _ answer: ImplementationAcknowledgment999, on day: Day, name: String,
    in set: TransactionSetEnvelope
  ) throws -> [FrontEndNote] {
    let sent = try read {
      try Acknowledgments.submissions(
        groupControl: answer.groupControl, answeredOn: day, in: $0)
    }
    note(
      sent.isEmpty
        ? "\(name) refuses group \(answer.groupControl), which this office never sent"
        : "\(name) refuses group \(answer.groupControl): its claims were refused",
      isError: true, in: set)
    let reason = RejectionReason(
      code: "AK9 " + answer.outcome,
      meaning: "The whole group was refused without saying where.",
      fix: "Ask the clearinghouse what it objects to.")
    return sent.map {
      FrontEndNote(
        submission: $0.submission, claim: $0.claim, verdict: .rejected, on: day, hop: 1,
        codes: "AK9 " + answer.outcome, reasons: [reason])
    }
  }

  /// 277CA: each claim passed or failed the business edits.
  mutating func applyClaimAcknowledgment(of set: TransactionSetEnvelope, at index: Int) throws {
    let (acknowledgment, problems) = ClaimAcknowledgment277CA.read(file: file, set: set)
    note(problems)
    guard acknowledgment.isClaimAcknowledgment else {
      note(OtherStatusSet.words(acknowledgment), isError: true, in: set)
      return
    }
    var answers: [FrontEndNote] = []
    var unknown: [String] = []
    var otherStatuses: [String] = []
    for rejection in acknowledgment.batchRejections(fallback: day(of: set)) {
      answers += try batchRefused(rejection, in: set)
    }
    for answer in acknowledgment.answers(fallback: day(of: set)) {
      let verdict: Acknowledgments.Verdict
      switch answer.verdict {
      case .received: verdict = .received
      case .accepted: verdict = .accepted
      case .rejected: verdict = .rejected
      case .notAFrontEndAnswer:
        otherStatuses.append(answer.controlNumber + " (" + answer.codes + ")")
        continue
      }
      let sent = try read {
        try Acknowledgments.submission(
          controlNumber: answer.controlNumber, answeredOn: answer.on, in: $0)
      }
      guard let sent else {
        unknown.append(answer.controlNumber)
        continue
      }
      answers.append(
        FrontEndNote(
          submission: sent.submission, claim: sent.claim, verdict: verdict, on: answer.on,
          hop: answer.isFromPayer ? 3 : 2, codes: answer.codes,
          reasons: answer.edits.isEmpty
            ? [] : StatusReading.reasons(of: answer.edits, rules: office.rules),
          controlNumber: answer.controlNumber, payerControlNumber: answer.payerControlNumber))
    }
    if let first = unknown.first {
      note(
        unknown.count == 1
          ? "1 answer is for a claim this office never sent, \(first)"
          : "\(unknown.count) answers are for claims this office never sent, the first \(first)",
        isError: true, in: set)
    }
    if let first = otherStatuses.first {
      note(
        "\(otherStatuses.count) of the answers say neither that a claim was taken nor that it was "
          + "refused, the first for \(first); look them up", isError: true, in: set)
    }
    try record(answers, kind: .claim, of: set, at: index)
  }

  /// The claims of a batch, or of one supplier in it, that was refused as a whole.
  private mutating func batchRefused(
    _ rejection: BatchRejection, in set: TransactionSetEnvelope
  ) throws -> [FrontEndNote] {
    let what =
      rejection.providerNPI.isEmpty
      ? "batch \(rejection.reference)"
      : "what NPI \(rejection.providerNPI) billed in batch \(rejection.reference)"
    let sent = try read {
      try Acknowledgments.batch(reference: rejection.reference, answeredOn: rejection.on, in: $0)
    }.filter { rejection.providerNPI.isEmpty || $0.billingNPI == rejection.providerNPI }
    guard !sent.isEmpty else {
      note(
        "the 277CA refuses \(what) (\(rejection.codes)), which this office never sent",
        isError: true, in: set)
      return []
    }
    let total = sent.map(\.charge).total()
    if let count = rejection.rejectedCount, count != sent.count {
      note(
        "the 277CA refuses \(count) claims of \(what), but \(sent.count) were sent in it",
        isError: true, in: set)
    } else if let amount = rejection.rejectedAmount, amount != total {
      note(
        "the 277CA refuses \(amount) of \(what), but \(total) was sent in it", isError: true,
        in: set)
    }
    let reasons = StatusReading.reasons(of: rejection.edits, rules: office.rules)
    return sent.filter { !rejection.named.contains($0.controlNumber) }.map {
      FrontEndNote(
        submission: $0.submission, claim: $0.claim, verdict: .rejected, on: rejection.on,
        hop: rejection.isFromPayer ? 3 : 2, codes: rejection.codes, reasons: reasons)
    }
  }

  /// TA1: a refused interchange makes everything in it unsent, also what is read only later.
  mutating func applyInterchangeAcknowledgments() throws {
    for (offset, acknowledgment) in file.acknowledgments.enumerated() {
      let isRefused = acknowledgment.outcome == .rejected
      guard isRefused else { continue }
      if let refusal = SetStanding(office: office).refusal(ofUsage: acknowledgment.usage) {
        report.problems.append(
          FileProblem(
            isError: true, at: FilePlace(element: "ISA15"), message: "the TA1 " + refusal))
        continue
      }
      let day = Day(ccyymmdd: X12Date.yyyymmdd(acknowledgment.date)) ?? office.today
      let sent = try read {
        try Acknowledgments.submissions(
          interchangeControl: acknowledgment.interchangeControl, answeredOn: day, in: $0)
      }
      let id = fileID
      let known = office.today
      try write {
        try InterchangeAnswers.keep(
          InterchangeAnswers.Refusal(
            file: id, interchangeControl: acknowledgment.interchangeControl, interchangeDay: day,
            note: acknowledgment.note), position: offset, known: known, in: $0)
      }
      let reason = RejectionReason(interchangeNote: acknowledgment.note)
      var envelope = TransactionSetEnvelope()
      envelope.code = "TA1"
      envelope.control = acknowledgment.interchangeControl
      try record(
        sent.map {
          FrontEndNote(
            submission: $0.submission, claim: $0.claim, verdict: .rejected, on: day, hop: 1,
            codes: "TA1 " + acknowledgment.note, reasons: [reason])
        }, kind: .interchange, of: envelope, at: file.sets.count + offset)
    }
  }

  /// Writes answers a step at a time and places their claims anew.
  private mutating func record(
    _ answers: [FrontEndNote], kind: Acknowledgments.Kind, of set: TransactionSetEnvelope,
    at index: Int
  ) throws {
    let application = self
    var start = 0
    repeat {
      let end = min(start + FileApplication.step * 2, answers.count)
      let part = answers[start..<end]
      let isLast = end == answers.count
      let counted = try write { connection -> Bool in
        let progress = try application.progress(of: set, at: index, in: connection)
        guard !progress.isComplete, progress.applied <= start else { return false }
        let placer = Placer(rules: application.office.rules, today: application.office.today)
        for answer in part {
          let standsDifferently = try Acknowledgments.insert(
            file: application.fileID, submission: answer.submission, kind: kind, on: answer.on,
            verdict: answer.verdict, hop: answer.hop, statusCodes: answer.codes,
            reasons: answer.reasons, known: application.office.known, in: connection)
          if !answer.payerControlNumber.isEmpty {
            try Claims.setPayerControlNumber(
              answer.payerControlNumber, of: answer.claim, answering: answer.controlNumber,
              in: connection)
          }
          if standsDifferently { try placer.place(.claim(answer.claim), in: connection) }
        }
        // A batch that is answered leaves the queue of those that nobody has heard of.
        var batches: Set<BatchID> = []
        for answer in part {
          guard let batch = try Batches.ofSubmission(answer.submission, in: connection) else {
            continue
          }
          if batches.insert(batch).inserted { try placer.place(.batch(batch), in: connection) }
        }
        try application.advance(
          index, from: progress.applied, to: end, isComplete: isLast, in: connection)
        return true
      }
      if counted {
        report.acknowledged += part.count { $0.verdict != .rejected }
        report.rejected += part.count { $0.verdict == .rejected }
      }
      start = end
    } while start < answers.count
  }
}

extension RejectionReason {
  /// Why an interchange was refused: TA105 in plain words.
  init(interchangeNote note: String) {
    self.init(
      code: "TA1 " + note,
      meaning: "The whole interchange was refused: "
        + (InterchangeAcknowledgment.meaning(ofNote: note) ?? "note " + note),
      fix: "Correct the envelope and send the file again.")
  }
}

/// What a set 277 is that is no 277CA, in words: GS08 tells them apart.
private enum OtherStatusSet {
  static func words(_ set: ClaimAcknowledgment277CA) -> String {
    let kind =
      switch set.guide {
      case let guide where guide.contains("X212"): "an answer about the status of claims"
      case let guide where guide.contains("X213"): "the payer's request for more information"
      default: "no acknowledgment of claims that is known here"
      }
    let claims = set.claims.map(\.controlNumber).filter { !$0.isEmpty }
    let named = claims.first.map {
      "; it speaks of \(claims.count == 1 ? "claim" : "\(claims.count) claims, the first") \($0)"
    }
    return "this 277 (\(set.guide)) is \(kind) and was not applied\(named ?? ""): look it up"
  }
}

/// One answer of the front end to one sending.
private struct FrontEndNote {
  var submission: SubmissionID
  var claim: ClaimID
  var verdict: Acknowledgments.Verdict
  var on: Day
  /// 1 for a 999 or TA1, 2 for a clearinghouse, 3 for the payer.
  var hop: Int
  var codes: String
  var reasons: [RejectionReason]
  /// CLM01 of the sending, where the answer names it.
  var controlNumber = ""
  var payerControlNumber = ""
}

/// A 277CA's edits in plain words.
private enum StatusReading {
  static func reasons(of edits: [ClaimAnswer.Edit], rules: RuleBook) -> [RejectionReason] {
    RejectionText.reasons(
      edits.map { edit in
        StatusFinding(
          edit.codes.map {
            StatusTriple(category: $0.category, status: $0.status, entity: $0.entity)
          }, line: edit.line, payerText: edit.text)
      }, rules: rules)
  }
}

/// A 999's errors in plain words.
private enum SyntaxReading {
  static func reasons(
    of answer: ImplementationAcknowledgment999.SetAnswer, rules: RuleBook
  ) -> [RejectionReason] {
    var findings: [SyntaxFinding] = []
    for error in answer.segmentErrors {
      if error.elementErrors.isEmpty {
        findings.append(
          SyntaxFinding(
            segment: error.segment, loop: error.loop, segmentError: error.code,
            value: error.claimControlNumber))
      }
      findings += error.elementErrors.map {
        SyntaxFinding(
          segment: error.segment, loop: error.loop, segmentError: error.code,
          element: $0.element ?? 0, elementError: $0.code, value: $0.badValue)
      }
    }
    let reasons = RejectionText.reasons(findings, rules: rules)
    guard reasons.isEmpty else { return reasons }
    return [
      RejectionReason(
        code: "IK5 " + answer.outcome,
        meaning: "The whole set was refused without saying where.",
        fix: "Ask the clearinghouse what it objects to.")
    ]
  }
}
