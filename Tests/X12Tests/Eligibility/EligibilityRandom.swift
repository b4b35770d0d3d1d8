// Random questions about coverage and answers from a seed.
import X12

extension ClaimRandom {
  mutating func rejection() -> EligibilityRejection {
    EligibilityRejection(
      isValid: pick(["Y", "N"]), agency: chance(5) ? "XX" : "",
      reason: pick(["42", "71", "75", "98"]), followUp: pick(["C", "N", "R", ""]))
  }

  mutating func trace() -> X12Trace {
    X12Trace(
      kind: pick(["1", "2"]), text(30), originator: chance(80) ? digits(10) : "",
      supplement: chance(10) ? text() : "")
  }

  /// A party as 005010X279A1 has it.
  mutating func insuredParty(_ entity: String) -> X12Party {
    var party = party(entity)
    party.dates = list(2) { $0.date() }
    if chance(5) { party.loose.append(SegmentText("HI", ["BK\u{1F}J449"])) }
    if chance(5) { party.loose.append(SegmentText("MPI", ["C", "AE", "A"])) }
    if chance(5) { party.loose.append(SegmentText("ZZ9", [text(), "A\u{1F}B"])) }
    return party
  }

  mutating func serviceTypes() -> [String] { list(4) { $0.pick(["1", "12", "18", "30", "88"]) } }

  mutating func question() -> EligibilityQuestion {
    var question = EligibilityQuestion(
      serviceTypes: serviceTypes() + ["30"], procedure: maybe(20) { $0.procedure() },
      coverageLevel: pick(["", "IND", "FAM"]), diagnosisPointers: chance(10) ? ["1", "2"] : [])
    question.references = list(1) { $0.reference() }
    question.dates = list(1) { $0.date() }
    if chance(5) { question.loose.append(SegmentText("AMT", ["R", "37.5"])) }
    if chance(5) { question.loose.append(SegmentText("III", ["ZZ", "12"])) }
    return question
  }

  mutating func benefit() -> EligibilityBenefit {
    var benefit = EligibilityBenefit(
      pick(["1", "6", "A", "B", "C", "I", "R", "V", "CB"]), coverageLevel: pick(["", "IND"]),
      serviceTypes: serviceTypes(), insuranceType: pick(["", "MA", "MB", "HM"]),
      plan: chance(50) ? text() : "",
      amount: EligibilityAmount(
        period: pick(["", "27"]), cents: maybe(40) { $0.cents() },
        percent: chance(20) ? ".2" : "", quantityKind: chance(10) ? "P6" : "",
        quantity: chance(10) ? "30" : ""), authorization: pick(["", "Y", "N"]),
      network: pick(["", "Y", "W"]), procedure: maybe(20) { $0.procedure() },
      diagnosisPointers: chance(10) ? ["1"] : [])
    benefit.references = list(2) { $0.reference() }
    benefit.dates = list(2) { $0.date() }
    benefit.rejections = list(1) { $0.rejection() }
    benefit.messages = list(2) { $0.text(60) }
    benefit.entities = list(2) { random in
      var party = random.party(random.pick(["PRP", "P3", "IL"]))
      party.dates = []
      return party
    }
    // In the order of the guide, in which they are read.
    if chance(5) {
      benefit.loose.append(SegmentText("EB", Array(repeating: "", count: 14) + ["X"]))
    }
    if chance(10) { benefit.loose.append(SegmentText("HSD", ["VS", "30", "", "", "22"])) }
    if chance(5) { benefit.loose.append(SegmentText("MSG", ["A", "SS", "2"])) }
    if chance(10) { benefit.loose.append(SegmentText("III", ["ZZ", "12"])) }
    return benefit
  }

  mutating func person<Item: EligibilityLoop>(
    _ entity: String, _ item: (inout ClaimRandom) -> Item
  ) -> EligibilityTransaction<Item>.Person {
    EligibilityTransaction<Item>.Person(
      traces: list(2) { $0.trace() }, party: insuredParty(entity),
      insured: maybe(30) {
        X12Insured(
          isSubscriber: $0.pick(["Y", "N"]), relationship: "18",
          maintenanceType: $0.chance(20) ? "001" : "", birthSequence: $0.chance(20) ? "2" : "")
      },
      rejections: Item.setCode == "271" ? list(1) { $0.rejection() } : [],
      items: list(4) { item(&$0) })
  }

  mutating func transaction<Item: EligibilityLoop>(
    _ item: (inout ClaimRandom) -> Item
  ) -> EligibilityTransaction<Item> {
    let isAnswer = Item.setCode == "271"
    var transaction = EligibilityTransaction<Item>(
      control: digits(4), reference: text(20), date: day(), time: "0930",
      kind: chance(10) ? "RT" : "")
    for _ in 0...below(3) {
      var source = EligibilityTransaction<Item>.Source(
        party: insuredParty("PR"),
        requestRejections: isAnswer ? list(1) { $0.rejection() } : [],
        rejections: isAnswer ? list(1) { $0.rejection() } : [])
      source.receivers = list(2) { random in
        EligibilityTransaction<Item>.Receiver(
          party: random.insuredParty("1P"),
          rejections: isAnswer ? random.list(1) { $0.rejection() } : [],
          subscribers: random.list(3) { random in
            EligibilityTransaction<Item>.Subscriber(
              person: random.person("IL", item),
              dependents: random.list(2) { $0.person("03", item) })
          })
      }
      transaction.sources.append(source)
    }
    return transaction
  }
}
