// What decisions about claims and their answers say.

/// A claim sent once more.
package struct Resending: Equatable, Sendable {
  /// What is put right; empty where it goes out just as it was sent before.
  package var corrections: [ClaimCorrection]
  /// Why it is sent although its filing limit has passed.
  package var late: LateReason?

  package init(_ corrections: [ClaimCorrection] = [], late: LateReason? = nil) {
    self.corrections = corrections
    self.late = late
  }
}

/// Good cause: why something is done although its last legal day has passed.
package struct LateReason: Hashable, Sendable {
  package var words: String

  package init(_ words: String) { self.words = words }
}

/// One correction to a claim before it is sent again (005010X222A1).
package enum ClaimCorrection: Hashable, Sendable {
  /// NM109 of loop 2010BA.
  case memberID(String)
  /// NM103 and NM104 of loop 2010BA.
  case patientName(last: String, first: String)
  /// DMG02.
  case birthDate(Day)
  /// DMG03: F, M or U.
  case sex(String)
  /// SBR03.
  case groupNumber(String)
  /// REF*G1 of loop 2300.
  case priorAuthorization(String)
  /// CLM05-1.
  case placeOfService(String)
  /// HI, the principal one first, without dots.
  case diagnoses([String])
  /// PRV03 of loop 2000A.
  case taxonomy(String)
  /// NTE02 of loop 2300.
  case claimNote(String)
  /// SV101.
  case procedure(line: Int, ProcedureCode)
  /// SV104.
  case units(line: Int, inThousandths: Int64)
  /// SV102, in cents.
  case charge(line: Int, Cents)
  /// DTP*472 of loop 2400.
  case service(line: Int, from: Day, through: Day)
  /// NTE02 of loop 2400.
  case lineNote(line: Int, String)
  /// Loop 2420E.
  case orderingProvider(line: Int, lastName: String, firstName: String, npi: String)
}

/// The levels of an appeal, in order.
package enum AppealLevel: Int, Sendable, CaseIterable {
  case first = 1
  case second, third, fourth, fifth
}

/// How an appeal ended.
package enum AppealOutcome: String, Sendable, CaseIterable {
  case favorable
  case partlyFavorable = "partly-favorable"
  case unfavorable
  case dismissed
}

/// An appeal that was sent.
package struct Appeal: Equatable, Sendable {
  package var level: AppealLevel
  /// Control numbers of claims of the same kind that are contested together, to reach the amount in
  /// controversy (42 CFR 405.1006).
  package var together: [String]
  package var late: LateReason?

  package init(_ level: AppealLevel, together: [String] = [], late: LateReason? = nil) {
    self.level = level
    self.together = together
    self.late = late
  }
}

/// What the payer decided about an appeal or a reopening.
package struct AppealDecision: Equatable, Sendable {
  package var outcome: AppealOutcome
  /// Date of the letter: the clock of the next level runs from it.
  package var noticeOn: Day

  package init(_ outcome: AppealOutcome, noticeOn: Day) {
    self.outcome = outcome
    self.noticeOn = noticeOn
  }
}

/// An amount that is given up.
package struct WriteOff: Equatable, Sendable {
  /// Code of the reason (rules data, `write-off` rows).
  package var reason: String
  /// In cents.
  package var amount: Cents

  package init(reason: String, amount: Cents) {
    self.reason = reason
    self.amount = amount
  }
}

/// A call to the payer, or a look at its portal: what was learnt.
package struct PayerContact: Equatable, Sendable {
  /// Code of what the payer said (rules data, `payer-status` rows); empty where it said none.
  package var status: String
  /// Who answered.
  package var spokeTo: String
  /// Reference number of the call.
  package var reference: String
  /// What was promised, by when.
  package var promisedBy: Day?
  /// Number and date of the check or transfer that the payer says it sent.
  package var checkNumber: String
  package var checkOn: Day?

  package init(
    status: String = "", spokeTo: String = "", reference: String = "", promisedBy: Day? = nil,
    checkNumber: String = "", checkOn: Day? = nil
  ) {
    self.status = status
    self.spokeTo = spokeTo
    self.reference = reference
    self.promisedBy = promisedBy
    self.checkNumber = checkNumber
    self.checkOn = checkOn
  }
}

/// A claim for another payer, or for the same one with another payer's answer.
package struct PayerChange: Equatable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Another payer covers the service: it gets the claim in the place of this one.
    case instead
    /// Another payer pays first: it gets the claim, and this payer the rest.
    case first
    /// The first payer has answered: its answer is entered, and this payer gets the claim with it.
    case answered
  }

  package var kind: Kind
  package var coverage: NewCoverage
  /// What the first payer answered, for `.answered`.
  package var answer: PrimaryAnswer?
  /// Why it still counts where the payer's last day has passed; nil while it is in time.
  package var late: LateReason?

  package init(
    _ kind: Kind, _ coverage: NewCoverage, answer: PrimaryAnswer? = nil, late: LateReason? = nil
  ) {
    self.late = late
    self.kind = kind
    self.coverage = coverage
    self.answer = answer
  }
}

/// The payer that should have had the claim, as its card names it.
package struct NewCoverage: Hashable, Sendable {
  package var payerName: String
  /// NM109 of loop 2010BB.
  package var payerIdentifier: String
  package var memberID: String
  /// SBR09; empty where the rules recognize the payer by its name.
  package var filingIndicator: String
  /// SBR03.
  package var groupNumber: String
  /// SBR05 of Medicare where it comes after this payer; empty for every other payer.
  package var secondaryPayerType: String

  package init(
    payerName: String, payerIdentifier: String, memberID: String, filingIndicator: String = "",
    groupNumber: String = "", secondaryPayerType: String = ""
  ) {
    self.payerName = payerName
    self.payerIdentifier = payerIdentifier
    self.memberID = memberID
    self.filingIndicator = filingIndicator
    self.groupNumber = groupNumber
    self.secondaryPayerType = secondaryPayerType
  }
}

/// A first payer's answer as its explanation of benefits says it, for loops 2320, 2330B and
/// 2430.
package struct PrimaryAnswer: Hashable, Sendable {
  /// AMT*D, in cents.
  package var paid: Cents
  /// Group PR: what the first payer left to the patient or the next payer, in cents.
  package var patientShare: Cents
  /// DTP*573.
  package var paidOn: Day

  package init(paid: Cents, patientShare: Cents, paidOn: Day) {
    self.paid = paid
    self.patientShare = patientShare
    self.paidOn = paidOn
  }
}

/// How far the request for an authorization has come.
package enum AuthorizationStep: Equatable, Sendable {
  case asked(on: Day, reference: String)
  case obtained(AuthorizationGrant)
  case refused(on: Day, reference: String)

  /// Its word in the journal, on screen and on the command line.
  package var word: StepWord {
    switch self {
    case .asked: .asked
    case .obtained: .obtained
    case .refused: .refused
    }
  }

  package enum StepWord: String, Sendable, CaseIterable {
    case asked, obtained, refused
  }
}

/// What a payer authorized.
package struct AuthorizationGrant: Hashable, Sendable {
  /// REF*G1; the UTN for Medicare.
  package var number: String
  /// HCPCS codes it speaks of; empty for all of the claim.
  package var codes: [String]
  package var valid: Validity
  /// Units or rental months granted; nil for no limit.
  package var units: Int?

  package init(
    number: String, codes: [String] = [], valid: Validity = Validity(),
    units: Int? = nil
  ) {
    self.number = number
    self.codes = codes
    self.valid = valid
    self.units = units
  }
}

/// How far the answer to a payer's request for documents has come (domain reference 2.7).
package enum DocumentRequestStep: Equatable, Sendable {
  case letter(DocumentLetter)
  /// The records went out, how: portal, fax, mail, esMD.
  case sent(on: Day, how: String)
  /// What the reviewer found.
  case result(DocumentRequestResult, on: Day)

  package var word: StepWord {
    switch self {
    case .letter: .letter
    case .sent: .sent
    case .result: .result
    }
  }

  package enum StepWord: String, Sendable, CaseIterable {
    case letter, sent, result
  }
}

/// A letter that asks for records.
package struct DocumentLetter: Equatable, Sendable {
  package var contractor: RecordsContractor
  /// What the letter calls itself and asks for, in words.
  package var asksFor: String
  /// Date of the letter.
  package var datedOn: Day
  /// Last day on which the records must be there.
  package var dueOn: Day
  /// Lines of the claim it speaks of; empty for all.
  package var lines: [Int]

  package init(
    contractor: RecordsContractor, asksFor: String, datedOn: Day, dueOn: Day, lines: [Int] = []
  ) {
    self.contractor = contractor
    self.asksFor = asksFor
    self.datedOn = datedOn
    self.dueOn = dueOn
    self.lines = lines
  }
}

/// How a review of records ended.
package enum DocumentRequestResult: String, Sendable, CaseIterable {
  case accepted
  case partly
  case denied
}

/// The claim that a staged answer belongs to.
package enum MatchTarget: Hashable, Sendable {
  case claim(ClaimID)
  /// None of the office's: a claim is made from what the remittance says.
  case madeFromRemittance
}
