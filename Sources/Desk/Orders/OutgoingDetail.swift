package import Billing

/// A file that went out, with what is in it and what answered it.
package struct OutgoingDetail: Equatable, Sendable {
  /// Its row in the ledger of the outbox; nil for a batch that has none.
  package var file: OutgoingFile?
  /// Its claims with their answers; nil for questions, and where nothing of it stands.
  package var batch: BatchDetail?
  /// What was asked about coverage.
  package var questions: [CoverageQuestionRow]

  package init(file: OutgoingFile?, batch: BatchDetail?, questions: [CoverageQuestionRow] = []) {
    self.file = file
    self.batch = batch
    self.questions = questions
  }
}

/// A question about one patient's coverage (270) with its answer (271).
package struct CoverageQuestionRow: Equatable, Sendable {
  package var trace: String
  /// `LAST, FIRST`.
  package var patient: String
  package var payer: String
  /// Nil where nobody has answered.
  package var answeredOn: Day?

  package init(trace: String, patient: String, payer: String, answeredOn: Day?) {
    self.trace = trace
    self.patient = patient
    self.payer = payer
    self.answeredOn = answeredOn
  }
}

/// A file that went out and that the database does not know.
package struct LostFile: Equatable, Sendable {
  package var name: String
  /// Whether it lies in the outbox still.
  package var lies: Bool
  /// Control numbers of its claims, where it can be read.
  package var claims: [String]

  package init(name: String, lies: Bool, claims: [String]) {
    self.name = name
    self.lies = lies
    self.claims = claims
  }
}

/// What went out that the database does not know, as after a restore.
package struct AfterRestore: Equatable, Sendable {
  /// Why nothing can be sent; nil where the database knows all.
  package var refusal: String?
  package var files: [LostFile]
  /// Sendings of which not even a name is known.
  package var unnamed: Int

  package init(refusal: String?, files: [LostFile], unnamed: Int) {
    self.refusal = refusal
    self.files = files
    self.unnamed = unnamed
  }
}
