import Billing
import ClaimFiles
import Testing
import X12

@Suite("Questions about coverage as a 270 file")
struct EligibilityInquiriesTests {
  typealias Samples = EligibilitySamples

  private func inquiry(
    _ trace: String, _ person: Identity, _ memberID: String, _ payer: NamedPayer
  ) -> EligibilityInquiry {
    var patient = person
    patient.memberID = memberID
    return EligibilityInquiry(
      trace: trace, patient: patient, payer: payer, serviceOn: Samples.asked)
  }

  private func read(_ bytes: [UInt8]) throws -> EligibilityInquiry270 {
    let file = try X12File(bytes)
    #expect(file.problems.isEmpty)
    #expect(file.sets.count == 1)
    let set = try #require(file.sets.first)
    #expect(set.isWhole)
    #expect(set.functionalCode == "HS")
    let (inquiry, problems) = EligibilityInquiry270.read(file: file, set: set)
    #expect(problems.isEmpty, "\(problems)")
    return inquiry
  }

  @Test("patients of a payer stand together, payers in their order")
  func grouped() throws {
    let bytes = EligibilityFile.inquiries(
      [
        inquiry("T1", Samples.jane, "1EG4TE5MK73", Samples.medicare),
        inquiry("T2", Samples.richard, "M2", Samples.plan),
        inquiry("T3", Samples.richard, "M3", Samples.medicare),
      ], supplier: Samples.supplier, receiverID: "CLR7", envelope: Samples.envelope,
      on: Samples.asked)
    let transaction = try read(bytes)
    #expect(transaction.purpose == "13")
    #expect(transaction.reference == "E905")
    #expect(transaction.reference == EligibilityFile.reference(of: Samples.envelope))
    #expect(transaction.date == "20260105")
    #expect(transaction.sources.map(\.party.name.id) == ["CMS", "12345"])
    #expect(
      transaction.sources.map {
        $0.receivers.flatMap(\.subscribers).flatMap(\.person.traces).map(\.number)
      }
        == [["T1", "T3"], ["T2"]])
    let person = try #require(transaction.subscribers.first?.person)
    #expect(person.party.name.id == "1EG4TE5MK73")
    #expect(person.party.name.idQualifier == "MI")
    #expect(person.party.demographics == X12Demographics(birthDate: "19480214", sex: "F"))
    #expect(person.party.dates == [X12QualifiedDate("291", on: "20260105")])
    #expect(person.items.map(\.serviceTypes) == [["12"], ["18"]])
    #expect(person.traces.map(\.originator) == ["1999999999"])
    let file = try X12File(bytes)
    #expect(file.sets.first?.interchangeReceiver == "CLR7")
    #expect(file.sets.first?.receiverID == "CLR7")
    #expect(file.sets.first?.usage == "T")
  }

  @Test("what is not known is left out")
  func sparse() throws {
    let unknown = Identity(lastName: "POE", firstName: "", sex: "U")
    let transaction = try read(
      EligibilityFile.inquiries(
        [
          inquiry(
            "T1", unknown, "", NamedPayer(name: "PLAN", identifier: "", filingIndicator: ""))
        ], supplier: Samples.supplier, receiverID: "", envelope: Samples.envelope,
        on: Samples.asked, serviceTypes: ["30"]))
    let person = try #require(transaction.subscribers.first?.person)
    #expect(person.party.name.idQualifier.isEmpty)
    #expect(person.party.demographics == nil)
    #expect(transaction.sources.first?.party.name.idQualifier == "")
    #expect(person.items.map(\.serviceTypes) == [["30"]])
  }

  @Test("nothing asked is no file, and a supplier without tax number goes by its NPI")
  func edges() {
    #expect(
      EligibilityFile.inquiries(
        [], supplier: Samples.supplier, receiverID: "", envelope: Samples.envelope,
        on: Samples.asked
      ).isEmpty)
    var supplier = Samples.supplier
    #expect(EligibilityFile.originator(of: supplier) == "1999999999")
    supplier.taxID = ""
    #expect(EligibilityFile.originator(of: supplier) == "9123456789")
  }
}
