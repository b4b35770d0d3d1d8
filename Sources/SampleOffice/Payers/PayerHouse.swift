import Billing
import X12

/// All clearinghouses and payers of the sample office: they take its files and answer in their time.
///
/// Every answer follows from the seed and the claim's control number.
struct PayerHouse: Sendable {
  let seed: UInt64
  private let firstDay: Day
  private let mark: String
  private var names = FileNames()
  private var frontDesk: FrontDesk
  private var judge: ClaimJudge
  private let coverageDesk: CoverageDesk
  private var acknowledgments: Agenda<FiledBatch>
  private var clearinghouseWords: Agenda<FiledBatch>
  private var payerWords: Agenda<FiledBatch>
  private var payments: Agenda<Payment>
  private var coverageAnswers: Agenda<[UInt8]>
  /// Runs over remittances and 271 files.
  private var number = 0
  private var carried: [Int: (cents: Int64, trace: String)] = [:]

  /// One claim that waits for its payer's pay day.
  private struct Payment: Sendable {
    var payer: SamplePayer
    var answers: [AnsweredClaim]
  }

  init(seed: UInt64, firstDay: Day, lastDay: Day) {
    self.seed = seed
    self.firstDay = firstDay
    mark = InventedNumbers.mark(ofSeed: seed)
    frontDesk = FrontDesk(seed: seed)
    judge = ClaimJudge(seed: seed)
    coverageDesk = CoverageDesk(seed: seed)
    acknowledgments = Agenda(from: firstDay, through: lastDay)
    clearinghouseWords = Agenda(from: firstDay, through: lastDay)
    payerWords = Agenda(from: firstDay, through: lastDay)
    payments = Agenda(from: firstDay, through: lastDay)
    coverageAnswers = Agenda(from: firstDay, through: lastDay)
  }

  // MARK: What comes from the office

  /// Takes a file of claims or questions; anything else is thrown away.
  mutating func receive(_ bytes: [UInt8], on day: Day) {
    guard let file = try? X12File(bytes) else { return }
    for set in file.sets {
      switch set.code {
      case "837": receiveClaims(file, set, on: day)
      case "270":
        let inquiry = EligibilityInquiry270.read(file: file, set: set).0
        number += 1
        coverageAnswers.add(
          coverageDesk.answer(
            inquiry, from: set.interchangeReceiver, to: set.interchangeSender, number: number,
            on: day.adding(workdays: 1)),
          on: day.adding(workdays: 1))
      default: break
      }
    }
  }

  private mutating func receiveClaims(
    _ file: X12File, _ set: TransactionSetEnvelope, on day: Day
  ) {
    let read = Transmission837P.read(file: file, set: set).0
    let claims = read.claims.compactMap(FiledClaim.init)
    guard let first = claims.first else { return }
    var random = SplitMix64(
      seed: seed, .batch, FiledClaim.hash(set.interchangeControl + set.interchangeSender))
    let fate: FiledBatch.Fate =
      switch random.below(1_000) {
      case ..<6: .lost
      case ..<9: .refused
      case ..<16: .rejected(SyntaxError.allCases[random.below(SyntaxError.allCases.count)])
      default: .read
      }
    let batch = FiledBatch(
      numbers: ControlNumbers(
        interchange: set.interchangeControl, group: set.groupControl, set: set.control),
      reference: read.header.reference, sentOn: day,
      clearinghouse: first.payer.clearinghouse, submitter: read.header.submitter.name,
      claims: claims, fate: fate)
    if case .lost = fate { return }
    let next = day.adding(workdays: 1)
    acknowledgments.add(batch, on: next)
    guard case .read = fate else { return }
    clearinghouseWords.add(batch, on: next)
    let atPayer = day.adding(workdays: 2)
    payerWords.add(batch, on: atPayer)
    for claim in claims {
      if case .accepted = frontDesk.verdict(of: claim) { decide(claim, acceptedOn: atPayer) }
    }
  }

  private mutating func decide(_ claim: FiledClaim, acceptedOn day: Day) {
    var random = SplitMix64(seed: seed, .claim, claim.key)
    // A few are never answered: nobody knows why.
    guard !random.chance(perMille: 15) else { return }
    let judgment = judge.judge(claim, acceptedOn: day)
    let payer = claim.payer
    let payDay = day.adding(days: random.within(payer.answerDays)).nextPayDay(payer.payDays)
    payments.add(Payment(payer: payer, answers: [judgment.answer]), on: payDay)
    if judgment.crossesOver, let next = claim.nextPayer {
      let taken = payDay.adding(days: 3)
      let later = taken.adding(days: random.within(next.answerDays)).nextPayDay(next.payDays)
      if let answer = judge.crossedOver(judgment.answer, claim, acceptedOn: taken) {
        payments.add(Payment(payer: next, answers: [answer]), on: later)
      }
    }
    if judgment.isCorrectedLater {
      let later = payDay.adding(days: random.within(25...70)).nextPayDay(payer.payDays)
      payments.add(
        Payment(
          payer: payer,
          answers: [judgment.answer.reversed, judge.corrected(judgment.answer, claim)]),
        on: later)
    }
  }

  // MARK: What goes to the office

  /// Every file that reaches the office on a day.
  mutating func files(on day: Day) -> [SampleFile] {
    var files: [SampleFile] = []
    for batch in acknowledgments.take(day) {
      let slug = batch.clearinghouse.slug
      if case .refused = batch.fate {
        files.append(names.file(day, "TA1", slug, frontDesk.refusal(of: batch)))
      } else {
        files.append(
          names.file(day, "999", slug, frontDesk.implementationAcknowledgment(of: batch)))
      }
    }
    files += words(clearinghouseWords.take(day), atPayer: false, on: day)
    files += words(payerWords.take(day), atPayer: true, on: day)
    for bytes in coverageAnswers.take(day) {
      files.append(names.file(day, "271", "coverage", bytes))
    }
    return files + remittances(on: day)
  }

  private mutating func words(
    _ batches: [FiledBatch], atPayer: Bool, on day: Day
  ) -> [SampleFile] {
    Clearinghouse.allCases.compactMap { clearinghouse in
      let own = batches.filter { $0.clearinghouse == clearinghouse }
      return frontDesk.claimAcknowledgments(own, atPayer: atPayer, on: day).map {
        names.file(day, "277CA", clearinghouse.slug + (atPayer ? "-payers" : ""), $0)
      }
    }
  }

  private mutating func remittances(on day: Day) -> [SampleFile] {
    let due = payments.take(day)
    return PayerTable.all.compactMap { payer in
      let claims = due.filter { $0.payer.number == payer.number }.flatMap(\.answers)
      guard !claims.isEmpty else { return nil }
      number += 1
      let isCheck = payer.method == "CHK"
      let trace = (isCheck ? "7" : "EFT") + mark + "Y" + InventedNumbers.padded(number, 7)
      var remittance = SampleRemittance(
        payer: payer, location: 0, trace: trace, producedOn: day,
        paidOn: day.adding(workdays: isCheck ? 1 : 2), payment: 0, claims: claims,
        adjustments: [])
      if let (cents, before) = carried.removeValue(forKey: payer.number) {
        remittance.adjustments.append(
          SampleRemittance.PayerAdjustment(reason: "FB", reference: before, cents: cents))
      }
      let left = remittance.settle()
      if left > 0 { carried[payer.number] = (left, trace) }
      return names.file(
        day, "835", payer.slug, SampleRemittance.file([remittance], number: number, on: day))
    }
  }
}
