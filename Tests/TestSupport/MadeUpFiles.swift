/// Files of one made-up office in the order in which things happened: bills, answers, and the bank.
struct MadeUpFiles {
  struct File {
    var name: String
    var bytes: [UInt8]
    /// When it came about, CCYYMMDD; files of one day stand in their order.
    var date: String
  }

  /// What happens to one service.
  enum Life: CaseIterable {
    case paid, deniedThenPaid, correctedAtOnce, correctedLater, split, takenBack, recoveredLater
    case duplicate, paidMore, secondary, crossover, replaced, corrected
  }

  private(set) var files: [File] = []
  private(set) var lives: [Life] = []
  private var interchange = 200
  private var remittances: [SampleRemittance] = []

  /// So many services; `kinds` are those to choose from.
  init(services: Int, of kinds: [Life] = Life.allCases, random: inout SeededRandom) {
    for number in 1...services {
      let life = random.pick(kinds)
      lives.append(life)
      var made = MadeUpService(number: number, random: &random)
      live(life, &made, &random)
    }
    joinSome(&random)
    if random.isOne(in: 3), let place = remittances.indices.randomElement(using: &random) {
      remittances[place].provider.append(("L6", -random.number(1...400)))
    }
    for remittance in remittances { write(remittance) }
    addBank(&random)
    files = files.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }
    .map(\.element)
    repeatSome(&random)
  }

  // MARK: Lives

  private mutating func live(
    _ life: Life, _ made: inout MadeUpService, _ random: inout SeededRandom
  ) {
    if [.secondary, .crossover].contains(life) || random.isOne(in: 3) {
      made.claim = made.claim.supplemented()
    }
    send(made.claim, "20260102")
    let usual = made.answer(number: "A")
    switch life {
    case .paid: pay([usual], made.control + "P", "20260105")
    case .deniedThenPaid:
      pay([made.denied(number: "D")], made.control + "D", "20260105")
      pay([usual], made.control + "P", "20260108")
    case .correctedAtOnce:
      pay([usual], made.control + "P", "20260105")
      pay(
        [usual.reversed(), made.correction(of: usual, &random)], made.control + "C", "20260110")
    case .correctedLater:
      pay([usual], made.control + "P", "20260105")
      carry(usual.reversed(), made.control, to: made.correction(of: usual, &random))
    case .split:
      for (place, part) in made.parts(of: usual).enumerated() {
        pay([part], made.control + "H\(place)", place == 0 ? "20260105" : "20260107")
      }
    case .takenBack:
      pay([usual], made.control + "P", "20260105")
      pay([usual.reversed()], made.control + "R", "20260109")
    case .recoveredLater:
      pay([usual], made.control + "P", "20260105")
      pay(
        [usual.reversed()], made.control + "R", "20260109",
        provider: [("WO:" + usual.payerNumber, -usual.paid)])
      recover(usual.paid, usual.payerNumber, made.control)
    case .duplicate:
      pay([usual], made.control + "P", "20260105")
      pay([made.duplicate(number: "U")], made.control + "U", "20260109")
    case .paidMore:
      pay([usual], made.control + "P", "20260105")
      pay([made.more(than: usual, &random)], made.control + "M", "20260109")
    case .secondary:
      pay([usual], made.control + "P", "20260105")
      send(made.secondaryBill(after: usual), "20260107")
      pay([made.secondaryAnswer()], made.control + "S", "20260111", payer: .supplement)
    case .crossover:
      var passed = usual
      passed.status = "19"
      passed.more = ["NM1*TT*2*SAMPLE SUPPLEMENT*****PI*55555"]
      pay([passed], made.control + "P", "20260105")
      pay([made.secondaryAnswer()], made.control + "S", "20260111", payer: .supplement)
    case .replaced:
      pay([usual], made.control + "P", "20260105")
      made.raise(&random)
      send(made.replacement(of: usual), "20260107")
      pay(
        [usual.reversed(), made.correction(of: made.answer(number: "A"), &random)],
        made.control + "C", "20260112")
    case .corrected:
      // Its reversal comes a check later than the correction.
      pay([usual], made.control + "P", "20260105")
      pay([made.correction(of: usual, &random)], made.control + "C", "20260109")
      pay([usual.reversed()], made.control + "R", "20260112")
    }
  }

  /// A reversal whose money is carried (FB) to the check that has the correction.
  private mutating func carry(
    _ reversal: PaidClaim, _ control: String, to correction: PaidClaim
  ) {
    pay(
      [reversal], control + "R", "20260109", provider: [("FB:" + control, reversal.paid)])
    let carried = min(correction.paid, -reversal.paid)
    pay([correction], control + "C", "20260112", provider: [("FB:" + control, carried)])
  }

  /// A later check is less by what was paid too much.
  private mutating func recover(_ cents: Int64, _ number: String, _ control: String) {
    var other = MadeUpService(control: control + "X", cents: [cents * 3])
    other.allowed = [cents * 2]
    send(other.claim, "20260102")
    let answer = other.answer(number: "A")
    pay(
      [answer], control + "W", "20260113",
      provider: [("WO:" + number, min(cents, answer.paid))])
  }

  // MARK: Files

  private mutating func send(_ claim: SampleClaim, _ date: String) {
    interchange += 1
    files.append(
      File(
        name: claim.control + claim.level + claim.frequency + ".837",
        bytes: SampleFiles.claims(
          [claim], date: date, interchange: interchange, group: interchange), date: date))
  }

  private mutating func pay(
    _ claims: [PaidClaim], _ trace: String, _ date: String, payer: SamplePayer = .medicare,
    provider: [(String, Int64)] = []
  ) {
    remittances.append(
      SampleRemittance(
        trace: trace, claims: claims, provider: provider, date: date, payer: payer))
  }

  /// Some checks pay for several services.
  private mutating func joinSome(_ random: inout SeededRandom) {
    var joined: [SampleRemittance] = []
    for remittance in remittances {
      let place = joined.firstIndex {
        $0.date == remittance.date && $0.payer.identifier == remittance.payer.identifier
          && $0.provider.isEmpty && remittance.provider.isEmpty
      }
      if let place, random.isOne(in: 2) {
        joined[place].claims += remittance.claims
      } else {
        joined.append(remittance)
      }
    }
    remittances = joined
  }

  private mutating func write(_ made: SampleRemittance) {
    var remittance = made
    // A payment is never below zero: what is missing is carried to the next one.
    if remittance.cents < 0 {
      remittance.provider.append(("FB:" + remittance.trace, remittance.cents))
    }
    if remittance.cents == 0 { remittance.method = "NON" }
    interchange += 1
    files.append(
      File(
        name: remittance.trace + ".835",
        bytes: SampleFiles.remittances([remittance], interchange: interchange),
        date: remittance.date))
  }

  /// What the bank shows: most payments, and one that nobody announced.
  private mutating func addBank(_ random: inout SeededRandom) {
    let days = Set(remittances.map(\.date)).sorted()
    for day in days where !random.isOne(in: 4) {
      var credits = remittances.filter { $0.date == day && $0.cents > 0 }.map {
        SampleCredit(cents: $0.cents, trace: $0.trace, originator: $0.originator)
      }
      if day == days.last {
        credits.append(SampleCredit(cents: random.number(1...9999), text: "A STRANGER"))
      }
      guard !credits.isEmpty else { continue }
      files.append(
        File(
          name: day + ".bai", bytes: SampleFiles.bank(credits, day: String(day.dropFirst(2))),
          date: day))
    }
  }

  /// Some files come twice, as they were or in an envelope of their own.
  private mutating func repeatSome(_ random: inout SeededRandom) {
    guard var again = files.filter({ !$0.name.hasSuffix("bai") }).randomElement(using: &random)
    else { return }
    if random.isOne(in: 2) {
      interchange += 1
      let old = String(decoding: again.bytes, as: UTF8.self)
      let control = old.split(separator: "*", omittingEmptySubsequences: false)[13]
      again.bytes = Array(
        old.replacing(
          control, with: String(String(interchange + 1_000_000_000).dropFirst())
        ).utf8)
    }
    files.append(again)
  }
}
