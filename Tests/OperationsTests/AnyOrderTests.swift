import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

/// The same files in whatever order they arrive give the same books.
@Suite("Files in any order")
struct AnyOrderTests {
  @Test(
    "shuffled, with all proposals taken, the books are those of the order in which things happened",
    arguments: Array(1...12))
  func shuffled(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let files = MadeUpFiles(random: &random).files
    let inOrder = try books(files, order: Array(files.indices))
    for _ in 1...3 {
      let order = shuffled(Array(files.indices), &random)
      let other = try books(files, order: order)
      #expect(other == inOrder, "seed \(seed), order \(order.map { files[$0].name })")
    }
  }

  private func shuffled(_ places: [Int], _ random: inout SeededRandom) -> [Int] {
    var places = places
    for index in places.indices.dropFirst().reversed() {
      places.swapAt(index, Int(random.number(0...Int64(index))))
    }
    return places
  }

  /// Sums by account, and by account and line of a claim.
  private func books(
    _ files: [(name: String, bytes: [UInt8])], order: [Int]
  ) throws -> [String] {
    let test = try TestOffice()
    // The office was running before: what it never sent is not made from a remittance.
    try test.take(SampleFiles.claims([.mask("EARLIER")], interchange: 99, group: 99))
    for place in order {
      _ = try test.office.importBytes(files[place].bytes, name: files[place].name)
    }
    try test.postAll()
    try test.isSound()
    return try test.texts(
      """
      SELECT account || ' ' || coalesce(claim.control_number || '/' || claim.sequence || '/'
        || claim_line.number, '') || ' ' || sum(amount_cents)
      FROM posting LEFT JOIN claim_line ON claim_line.id = posting.line_id
      LEFT JOIN claim ON claim.id = claim_line.claim_id
      GROUP BY account, claim.control_number, claim.sequence, claim_line.number
      HAVING sum(amount_cents) <> 0 ORDER BY 1
      """)
  }
}

/// Files of one made-up office in the order in which things happened.
private struct MadeUpFiles {
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  private var interchange = 200

  init(random: inout SeededRandom) {
    for number in 1...5 { addLife("A\(number)", "1EG4TE5MK\(80 + number)", &random) }
    // One of the files comes a second time.
    files.append(files[Int(random.number(0...Int64(files.count - 1)))])
  }

  private mutating func addLife(
    _ control: String, _ member: String, _ random: inout SeededRandom
  ) {
    let claim = SampleClaim.machine(control).of(member)
    var paid = PaidClaim.machine(control)
    paid.member = member
    paid.payerNumber = "26" + control
    send(claim, "20260105")
    switch random.number(0...4) {
    case 0: pay([paid], control + "P", "20260110")
    case 1:
      // Refused at first, paid when it was corrected by the payer.
      var denied = paid
      denied.status = "4"
      denied.paid = 0
      denied.patientShare = 0
      for line in denied.lines.indices {
        denied.lines[line].paid = 0
        denied.lines[line].cas = ["CO*16*\(SampleFiles.dollars(denied.lines[line].charge))"]
      }
      pay([denied], control + "D", "20260110")
    case 2:
      // Paid, taken back and paid otherwise in one remittance.
      pay([paid], control + "P", "20260110")
      var corrected = paid
      corrected.paid -= 1000
      corrected.lines[0].paid -= 1000
      corrected.lines[0].cas = ["CO*45*80**253*.8", "PR*2*10"]
      corrected.frequency = "7"
      corrected.payerNumber += "C"
      corrected.more = ["REF*F8*26\(control)"]
      pay([paid.reversed(), corrected], control + "C", "20260116")
    case 3:
      // Two halves of one bill in two remittances.
      for line in 0...1 {
        var half = paid
        half.lines = [paid.lines[line]]
        half.charge = paid.lines[line].charge
        half.paid = paid.lines[line].paid
        half.patientShare = 0
        half.more = ["MOA***MA15"]
        half.payerNumber += "\(line)"
        pay([half], control + "H\(line)", "20260110")
      }
    default:
      pay([paid], control + "P", "20260110")
      pay([paid.reversed()], control + "R", "20260117")
    }
  }

  private mutating func send(_ claim: SampleClaim, _ date: String) {
    interchange += 1
    files.append(
      (
        claim.control + ".837",
        SampleFiles.claims([claim], date: date, interchange: interchange, group: interchange)
      ))
  }

  private mutating func pay(_ claims: [PaidClaim], _ trace: String, _ date: String) {
    interchange += 1
    var remittance = SampleRemittance(trace: trace, claims: claims, date: date)
    let cents = remittance.cents
    if cents < 0 {
      // A payment is never below zero: what is missing is carried to the next one.
      remittance.provider = [("FB:\(trace)", cents)]
    }
    if remittance.cents == 0 { remittance.method = "NON" }
    files.append((trace + ".835", SampleFiles.remittances([remittance], interchange: interchange)))
  }
}
