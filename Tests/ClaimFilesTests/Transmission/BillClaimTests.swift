import Billing
import ClaimFiles
import Testing
import X12

@Suite("A claim made of charges")
struct BillClaimTests {
  private static let medicare = Payer(
    id: PayerID(1), name: "Sample Medicare DME", identifier: "19003", family: .medicareDME)

  private static func charge(
    _ number: Int64, _ code: String = "E0601", _ modifiers: [String] = ["RR"]
  ) -> Charge {
    Charge(
      id: ChargeID(number), order: OrderID(9), orderLine: Int(number),
      procedure: ProcedureCode(code, modifiers), units: 1, service: ServiceDates(day),
      amount: Cents(10_000), expected: .zero)
  }

  private static let day = Day(rawValue: 20_440)

  private static let bill = Bill(
    controlNumber: "HH1",
    order: Order(
      id: OrderID(9), number: "T9",
      patient: Patient(
        id: PatientID(1), lastName: "Doe", firstName: "José", birthDate: Day("1948-02-14"),
        sex: "F",
        address: PostalAddress(street: "12 Elm Street", city: "Salem", state: "OR", zip: "97302")),
      coverages: [], prescriber: Prescriber(npi: "1000000004", lastName: "Alder", firstName: "Sam"),
      diagnoses: ["G47.33", "J449"], orderedOn: day, delivery: Delivery(deliveredOn: day),
      placeOfService: "12",
      lines: [
        OrderLine(
          number: 1, kind: .purchase, procedure: ProcedureCode("E1399"),
          description: "Bath lift: large", unitCharge: Cents(1))
      ], standing: .confirmed, receivedOn: day, rowVersion: 1),
    coverage: Coverage(
      payer: medicare, sequence: .primary, memberID: "1EG4-TE5-MK73", groupNumber: "NONE"),
    laterCoverages: [], charges: [charge(1), charge(2, "A7030", ["NU", "KX"])])

  private func made(_ change: (inout Bill) -> Void = { _ in }) throws -> Claim837P {
    var bill = Self.bill
    change(&bill)
    return try bill.claim(
      for: RandomBills.supplier, receiver: RandomBills.receiver, rules: RandomBills.rules
    ).claim
  }

  @Test("the claim says what the order and the office say")
  func facts() throws {
    let claim = try made()
    #expect(claim.billing.taxonomy?.code == "332B00000X")
    #expect(claim.billing.npi == "1234567893")
    #expect(claim.billing.taxID == "999999999")
    #expect(claim.billing.party.address?.zip == "973010001")
    #expect(claim.billing.party.contacts.first?.numbers.first?.value == "5555550100")
    #expect(claim.memberID == "1EG4TE5MK73")
    #expect(claim.subscriber.coverage.groupNumber == "")
    #expect(claim.subscriber.coverage.filingIndicator == "MB")
    #expect(claim.subscriber.party.name.first == "JOSE")
    #expect(claim.subscriber.party.demographics?.birthDate == "19480214")
    #expect(claim.placeOfService == "12")
    #expect(claim.frequency == "1")
    #expect(claim.chargeCents == 20_000)
    #expect(claim.diagnoses.map(\.code) == ["G4733", "J449"])
    #expect(claim.diagnoses.map(\.qualifier) == ["ABK", "ABF"])
    #expect(claim.providers.isEmpty, "a supplier is its own rendering provider")
    #expect(claim.lines.map(\.procedure.modifiers) == [["RR"], ["NU", "KX"]])
    #expect(claim.lines.map(\.controlNumber) == ["DKT1", "DKT2"])
    #expect(claim.lines.allSatisfy { $0.orderingProvider?.name.npi == "1000000004" })
    #expect(claim.lines.allSatisfy { $0.fixedInformation.isEmpty && $0.attachments.isEmpty })
    #expect(ClaimEdit.findings(in: claim) == [])
  }

  @Test("an authorization that all lines share belongs to the claim, others to their lines")
  func authorizations() throws {
    let cases: [(numbers: [String], claim: String, lines: [String])] = [
      (["", ""], "", ["", ""]), (["PA1", "PA1"], "PA1", ["", ""]),
      (["PA1", "PA2"], "", ["PA1", "PA2"]), (["", "PA2"], "", ["", "PA2"]),
    ]
    for (numbers, whole, lines) in cases {
      let claim = try made { bill in
        for index in numbers.indices { bill.charges[index].authorizationNumber = numbers[index] }
      }
      #expect(claim.priorAuthorization == whole, "\(numbers)")
      #expect(claim.lines.map { $0.references.value("G1") } == lines, "\(numbers)")
    }
  }

  @Test("a fifth modifier puts 99 fourth and the rest into the note")
  func modifiers() throws {
    let cases: [(given: [String], sent: [String], words: String, note: String)] = [
      ([], [], "", ""), (["RR", "KH", "KX", "LT"], ["RR", "KH", "KX", "LT"], "A", "A"),
      (["RR", "KH", "KX", "LT", "KE"], ["RR", "KH", "KX", "99"], "", "MODS LT KE"),
      (["RR", "KH", "KX", "LT", "KE"], ["RR", "KH", "KX", "99"], "LOST", "MODS LT KE LOST"),
      (
        ["RR", "KH", "KX", "LT", "KE"], ["RR", "KH", "KX", "99"], "MODS LT KE LOST",
        "MODS LT KE LOST"
      ),
    ]
    for (given, sent, words, note) in cases {
      let claim = try made {
        $0.charges[0].procedure.modifiers = given
        $0.charges[0].narrative = words
      }
      #expect(claim.lines[0].procedure.modifiers == sent)
      #expect(claim.lines[0].notes.map(\.text) == (note.isEmpty ? [] : [note]))
    }
  }

  @Test("a note is cut at a word")
  func notes() throws {
    let cases: [(words: String, note: String)] = [
      (String(repeating: "WORD ", count: 16) + "END", "WORD " * 15 + "WORD"),
      (String(repeating: "A", count: 90), String(repeating: "A", count: 80)),
      (String(repeating: "A", count: 80), String(repeating: "A", count: 80)),
      ("  two\n words*~: é ", "TWO WORDS E"),
    ]
    for (words, note) in cases {
      let claim = try made { $0.charges[0].narrative = words }
      #expect(claim.lines[0].notes.map(\.text) == [note])
    }
  }

  @Test("a code that does not say what was delivered gets words")
  func descriptions() throws {
    let cases: [(line: Int, text: String)] = [
      (1, "BATH LIFT LARGE"), (2, "MISCELLANEOUS EQUIPMENT"),
    ]
    for (line, text) in cases {
      let claim = try made {
        $0.charges[0].procedure.code = "E1399"
        $0.charges[0].orderLine = line
      }
      #expect(claim.lines[0].procedure.description == text)
      #expect(claim.lines[1].procedure.description == "")
    }
  }

  @Test("diagnoses are sent once each, at most twelve, and lines still point to their own")
  func diagnoses() throws {
    let many = (10...24).map { "E1\($0)" }
    let cases: [(given: [String], pointers: [Int], codes: [String], sent: [Int])] = [
      (["G4733", "G47.33", "J449"], [2, 3], ["G4733", "J449"], [1, 2]),
      (["G4733", "J449"], [], ["G4733", "J449"], [1, 2]),
      (many, [15, 1], Array(many.prefix(11)) + [many[14]], [12, 1]),
      (["G4733"], [1, 3], ["G4733"], [1, 3]),
    ]
    for (given, pointers, codes, sent) in cases {
      let claim = try made {
        $0.order.diagnoses = given
        $0.charges[0].diagnosisPointers = pointers
      }
      #expect(claim.diagnoses.map(\.code) == codes)
      #expect(claim.lines[0].diagnosisPointers == sent)
    }
  }

  @Test("one day or a span of days")
  func dates() throws {
    let claim = try made { $0.charges[1].serviceThrough = Self.day.adding(days: 29) }
    #expect(claim.lines.map { $0.serviceDate?.format } == ["D8", "RD8"])
    #expect(claim.lines[1].serviceDate?.value == "20251218-20260116")
  }

  @Test("what no claim can be made of is refused")
  func refusals() throws {
    let cases: [(element: String, change: (inout Bill) -> Void)] = [
      ("CLM01", { $0.controlNumber = "" }),
      ("CLM01", { $0.controlNumber = "A23456789012345678901" }),
      ("LX01", { $0.charges = [] }),
      ("LX01", { $0.charges = (1...51).map { Self.charge($0) } }),
      ("LX01", { $0.charges[0].order = OrderID(10) }),
      ("SV102", { $0.charges[0].amount = Cents(-1) }),
      ("SV102", { $0.charges[0].amount = Cents(.max) }),
      ("SV104", { $0.charges[0].units = 0 }),
      ("DTP03", { $0.charges[0].serviceThrough = Self.day.adding(days: -1) }),
      ("REF02", { $0.charges[1].id = $0.charges[0].id }),
      ("NM103", { $0.coverage.relationship = "01" }),
      (
        "PAT01",
        {
          $0.coverage.relationship = "77"
          $0.coverage.subscriber = Identity(lastName: "ROE", firstName: "PAT")
        }
      ),
      (
        "HI",
        {
          $0.order.diagnoses = (10...24).map { "E1\($0)" }
          $0.charges = (1...4).map { number in
            var charge = Self.charge(Int64(number))
            charge.diagnosisPointers = (1...4).map { min(15, (number - 1) * 4 + $0) }
            return charge
          }
        }
      ),
    ]
    for (element, change) in cases {
      let refusal = #expect(throws: ClaimFileRefusal.self) { try made(change) }
      #expect(refusal?.place.element == element)
    }
  }

  @Test("what is missing in the order is a fault, not a trap")
  func faults() throws {
    let cases: [(ClaimEdit, (inout Bill) -> Void)] = [
      (.patientHasBirthDateAndSex, { $0.order.patient.birthDate = nil }),
      (.patientHasAddress, { $0.order.patient.address = PostalAddress() }),
      (.diagnosisHasFormOfIcd10, { $0.order.diagnoses = [] }),
      (.medicareLineNamesOrderingProvider, { $0.order.prescriber = nil }),
      (.subscriberHasMemberNumber, { $0.coverage.memberID = "" }),
      (.pointerNamesDiagnosisOfClaim, { $0.charges[0].diagnosisPointers = [7] }),
      (.providerNumberHasRightCheckDigit, { $0.order.prescriber?.npi = "1000000005" }),
      (.zipHasFiveOrNineDigits, { $0.order.patient.address.zip = "9730" }),
    ]
    for (edit, change) in cases {
      let claim = try made(change)
      #expect(ClaimEdit.findings(in: claim).map(\.edit).contains(edit), "\(edit)")
    }
  }
}

/// A text so many times.
private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
