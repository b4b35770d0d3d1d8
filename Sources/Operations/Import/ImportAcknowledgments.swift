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
    guard answer.functionalCode == "HC" || answer.functionalCode.isEmpty else {
      note(
        "the 999 answers a group of kind \(answer.functionalCode), not claims", isError: false,
        in: set)
      return
    }
    let day = day(of: set)
    var answers: [FrontEndNote] = []
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
          "the 999 answers set \(setAnswer.control) of group \(answer.groupControl), which this office never sent",
          isError: false, in: set)
      }
      answers += sent.map {
        FrontEndNote(
          submission: $0.submission, claim: $0.claim, verdict: verdict, on: day, hop: 1,
          codes: "IK5 " + setAnswer.outcome, reasons: reasons)
      }
    }
    try record(answers, kind: .set, of: set, at: index)
  }

  /// 277CA: each claim passed or failed the business edits.
  mutating func applyClaimAcknowledgment(of set: TransactionSetEnvelope, at index: Int) throws {
    let (acknowledgment, problems) = ClaimAcknowledgment277CA.read(file: file, set: set)
    note(problems)
    guard acknowledgment.isClaimAcknowledgment else { return }
    var answers: [FrontEndNote] = []
    var unknown: [String] = []
    for answer in acknowledgment.answers(fallback: day(of: set)) {
      let verdict: Acknowledgments.Verdict
      switch answer.verdict {
      case .received: verdict = .received
      case .accepted: verdict = .accepted
      case .rejected: verdict = .rejected
      case .notAFrontEndAnswer: continue
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
            ? [] : StatusReading.reasons(of: answer, rules: office.rules),
          controlNumber: answer.controlNumber, payerControlNumber: answer.payerControlNumber))
    }
    if let first = unknown.first {
      note(
        "\(unknown.count) answers are for claims this office never sent, the first \(first)",
        isError: false, in: set)
    }
    try record(answers, kind: .claim, of: set, at: index)
  }

  /// TA1: a refused interchange makes everything in it unsent.
  mutating func applyInterchangeAcknowledgments() throws {
    for (offset, acknowledgment) in file.acknowledgments.enumerated() {
      let isRefused = acknowledgment.outcome == .rejected
      guard isRefused else { continue }
      let day = Day(ccyymmdd: X12Date.yyyymmdd(acknowledgment.date)) ?? office.today
      let sent = try read {
        try Acknowledgments.submissions(
          interchangeControl: acknowledgment.interchangeControl, answeredOn: day, in: $0)
      }
      let reason = RejectionReason(
        code: "TA1 " + acknowledgment.note,
        meaning: "The whole interchange was refused: "
          + (InterchangeAcknowledgment.meaning(ofNote: acknowledgment.note)
            ?? "note " + acknowledgment.note),
        fix: "Correct the envelope and send the file again.")
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
            reasons: answer.reasons, known: application.office.today, in: connection)
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
  static func reasons(of answer: ClaimAnswer, rules: RuleBook) -> [RejectionReason] {
    RejectionText.reasons(
      answer.edits.map { edit in
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
