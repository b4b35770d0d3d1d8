import Billing
import ClaimFiles
import Testing
import X12

@Suite("A batch of claims in one file")
struct OutgoingBatchTests {
  private let day = Day(rawValue: 20_470)

  private func envelope(_ number: Int = 7) -> OutgoingEnvelope {
    RandomBills.supplier.envelope(
      to: RandomBills.receiver, on: day, time: "0930",
      numbers: ControlNumbers(interchange: "\(number)", group: "\(number)"))
  }

  private func batch(_ claims: [OutgoingClaim]) -> OutgoingBatch {
    OutgoingBatch(claims: claims, from: RandomBills.supplier, to: RandomBills.receiver)
  }

  /// The claims of a file as values of the trade, and everything wrong in it.
  private func read(_ bytes: [UInt8]) throws -> (sets: [[SentClaim]], problems: [X12Problem]) {
    let file = try X12File(bytes)
    var sets: [[SentClaim]] = []
    var problems = file.problems
    for set in file.sets {
      var claims: [SentClaim] = []
      let rest = try Transmission837P.forEachClaim(in: file, set: set) { (read) throws in
        problems += read.problems
        claims.append(try SentClaim(read))
      }
      problems += rest.problems
      sets.append(claims)
    }
    return (sets, problems)
  }

  @Test("a file of random bills reads back as the same claims", arguments: 1...40)
  func readsBack(seed: UInt64) throws {
    var random = RandomBills(seed: seed)
    let bills = random.bills(1 + random.below(30))
    let claims = try bills.map {
      try $0.claim(
        for: RandomBills.supplier, receiver: RandomBills.receiver, rules: RandomBills.rules)
    }
    for claim in claims {
      #expect(try OutgoingClaim(image: claim.image) == claim)
      #expect(claim.faults == [])
    }
    let batch = batch(claims)
    #expect(batch.claims.count == bills.count)
    #expect(batch.total == bills.map(\.total).total())
    let bytes = batch.file(envelope: envelope(), reference: "B7", on: day)
    let (sets, problems) = try read(bytes)
    #expect(problems.isEmpty)
    let sent = try #require(sets.first)
    #expect(sets.count == 1)
    let file = try X12File(bytes)
    let whole = Transmission837P.read(file: file, set: try #require(file.sets.first)).0
    #expect(whole.claims == batch.claims.map(\.claim))
    for claim in sent {
      let bill = try #require(bills.first { $0.controlNumber == claim.controlNumber })
      #expect(claim.charge == bill.total)
      #expect(claim.sequence == bill.coverage.sequence)
      #expect(claim.payer.identifier == bill.coverage.payer.identifier)
      #expect(claim.otherPayers.map(\.identifier) == bill.laterCoverages.map(\.payer.identifier))
      #expect(claim.patient.birthDate == bill.order.patient.birthDate)
      #expect(claim.lines.map(\.charge) == bill.charges.map(\.amount))
      #expect(claim.lines.map(\.serviceThrough) == bill.charges.map(\.serviceThrough))
      #expect(claim.lines.map(\.unitsInThousandths) == bill.charges.map { Int64($0.units) * 1000 })
      #expect(Set(claim.lines.map(\.controlNumber)).count == bill.charges.count)
      #expect(claim.lines.allSatisfy { $0.procedure.modifiers.count <= 4 })
    }
  }

  @Test("the sent value of a claim is what its file says")
  func sent() throws {
    var random = RandomBills(seed: 3)
    let claims = try random.bills(12).map {
      try $0.claim(
        for: RandomBills.supplier, receiver: RandomBills.receiver, rules: RandomBills.rules)
    }
    let batch = batch(claims)
    let (sets, _) = try read(batch.file(envelope: envelope(), reference: "B7", on: day))
    for (claim, read) in zip(batch.claims, try #require(sets.first)) {
      var sent = try claim.sent()
      // The kept header has no date before it is sent.
      sent.image = read.image
      #expect(sent == read)
    }
  }

  @Test("the billing provider's loop stands once, claims of one subscriber together")
  func sharedLoops() throws {
    var random = RandomBills(seed: 11)
    let first = random.bill()
    var second = random.bill()
    second.order.patient.firstName = "OTHER"
    var third = first
    third.controlNumber = "THIRD"
    let claims = try [first, second, third].map {
      try $0.claim(
        for: RandomBills.supplier, receiver: RandomBills.receiver, rules: RandomBills.rules)
    }
    let batch = batch(claims)
    #expect(
      batch.claims.map(\.claim.controlNumber)
        == [first.controlNumber, "THIRD", second.controlNumber])
    let text = String(
      decoding: batch.file(envelope: envelope(), reference: "B7", on: day), as: UTF8.self)
    #expect(text.components(of: "*20*1~").count == 2)
    #expect(text.components(of: "GS*HC*").count == 2)
    #expect(text.components(of: "*T*:~").count == 2)
  }

  @Test("claims of every kind stand in one file, under this office's name")
  func mixed() throws {
    var random = RandomBills(seed: 5)
    var claims: [OutgoingClaim] = []
    for (index, frequency) in [ClaimFrequency.original, .replacement, .void].enumerated() {
      var claim = try random.bill().claim(
        for: RandomBills.supplier, receiver: Clearinghouse(name: "OLD", receiverID: "OLD1"),
        rules: RandomBills.rules)
      claim.address(
        controlNumber: "N\(index)", frequency: frequency, payerControlNumber: "ICN\(index)")
      claims.append(claim)
    }
    let batch = batch(claims)
    let (sets, problems) = try read(batch.file(envelope: envelope(), reference: "B7", on: day))
    #expect(problems.isEmpty)
    let sent = try #require(sets.first)
    #expect(Set(sent.map(\.frequency)) == [.original, .replacement, .void])
    #expect(Set(sent.map(\.originalPayerControlNumber)) == ["", "ICN1", "ICN2"])
    #expect(batch.claims.allSatisfy { $0.parties == ("SUB0001", "CLR0001") })
  }

  @Test("more claims than a set may hold take several sets of one group")
  func manySets() throws {
    var random = RandomBills(seed: 17)
    var claim = try random.bill().claim(
      for: RandomBills.supplier, receiver: RandomBills.receiver, rules: RandomBills.rules)
    #expect(batch([claim]).claimsPerSet == 5000)
    let cases: [(claims: Int, perSet: Int, counts: [Int])] = [
      (1, 3, [1]), (3, 3, [3]), (4, 3, [3, 1]), (7, 3, [3, 3, 1]), (2, 0, [1, 1]),
    ]
    for (count, perSet, counts) in cases {
      var claims: [OutgoingClaim] = []
      for number in 0..<count {
        claim.address(controlNumber: "C\(number)", frequency: .original, payerControlNumber: "")
        claims.append(claim)
      }
      let batch = OutgoingBatch(
        claims: claims, from: RandomBills.supplier, to: RandomBills.receiver, claimsPerSet: perSet)
      #expect(batch.setCount == counts.count)
      let file = try X12File(
        batch.file(envelope: envelope(), reference: "B7", setControl: 41, on: day))
      #expect(file.problems.isEmpty)
      #expect(Set(file.sets.map(\.groupControl)) == ["7"])
      var number = 0
      for (set, expected) in zip(file.sets, counts) {
        let read = Transmission837P.read(file: file, set: set).0
        #expect(read.claims.count == expected)
        for claim in read.claims {
          #expect(claim.controlNumber == "C\(number)")
          #expect(batch.setControl(ofClaim: number, first: 41) == set.control)
          #expect(batch.reference(ofClaim: number, batch: "B7") == read.header.reference)
          number += 1
        }
      }
      #expect(number == count)
      #expect(Set(file.sets.map(\.control)).count == counts.count)
    }
  }

  @Test("an empty batch has nothing in it")
  func empty() {
    let batch = batch([])
    #expect(batch.setCount == 0)
    #expect(batch.total == .zero)
  }
}

extension String {
  /// The pieces between the places where a text stands.
  fileprivate func components(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      pieces.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return pieces + [rest]
  }
}
