/// Reading a 999.
extension ImplementationAcknowledgment999 {
  /// The answer in a set, and everything odd about it; a 997 is read the same way.
  package static func read(
    file: X12File, set: TransactionSetEnvelope
  ) -> (ImplementationAcknowledgment999, [X12Problem]) {
    var assembly = Assembly999(file: file, set: set)
    if set.code != "999", set.code != "997" {
      assembly.report(.error, nil, "ST", "this is a \(set.code), not a 999; it is not read")
      return (assembly.answer, assembly.problems.all)
    }
    var reader = SegmentTextReader(set: set)
    let bytes = file.bytes.span
    while let segment = reader.next(in: bytes) { assembly.take(segment) }
    assembly.finish()
    return (assembly.answer, assembly.problems.all)
  }
}

/// Puts a 999 together, one segment after another.
private struct Assembly999: SetAssembler {
  var answer: ImplementationAcknowledgment999
  var problems = X12ProblemList()
  let file: X12File
  let set: TransactionSetEnvelope
  let index: Int?
  private var open: ImplementationAcknowledgment999.SetAnswer?
  /// Contexts that came before the segment error to which they belong.
  private var waiting: [ImplementationAcknowledgment999.Context] = []
  private var hasGroupAnswer = false

  init(file: X12File, set: TransactionSetEnvelope) {
    self.file = file
    self.set = set
    index = file.index(of: set)
    answer = ImplementationAcknowledgment999(
      version: set.version, control: set.control, functionalCode: "", groupControl: "",
      groupVersion: "", sets: [], outcome: "", includedCount: nil, receivedCount: nil,
      acceptedCount: nil)
  }

  mutating func take(_ segment: SegmentTextReader.Segment) {
    let text = segment.text
    switch text.id {
    case "ST", "SE": break
    case "AK1":
      answer.functionalCode = text.text(1)
      answer.groupControl = text.text(2)
      answer.groupVersion = text.text(3)
    case "AK2":
      closeSet()
      open = ImplementationAcknowledgment999.SetAnswer(
        code: text.text(1), control: text.text(2), version: text.text(3), outcome: "")
    case "IK3", "AK3": takeSegmentError(segment)
    case "IK4", "AK4": takeElementError(segment)
    case "CTX": takeContext(segment)
    case "IK5", "AK5":
      if open == nil {
        report(.warning, segment, text.id, "answer for no set (AK2 is missing); it is left out")
      }
      open?.outcome = text.text(1)
      open?.errors = (2...6).map(text.text).filter { !$0.isEmpty }
      if Self.meaning(text.text(1)) == nil {
        report(.warning, segment, text.id + "01", "\(text.text(1)) is no known answer")
      }
      closeSet(isAnswered: true)
    case "AK9": takeGroupAnswer(segment)
    default: report(.note, segment, "", "\(text.id) does not belong into a 999; it is left out")
    }
  }

  private static func meaning(_ code: String) -> String? {
    ImplementationAcknowledgment999.meaning(ofSetOutcome: code)
  }

  mutating func finish() {
    closeSet()
    if !hasGroupAnswer {
      report(.error, nil, "AK9", "the answer for the group is missing (AK9)")
    }
    if answer.groupControl.isEmpty {
      report(.error, nil, "AK1", "no group is named (AK102), so nothing can be matched to it")
    }
    let accepted = answer.sets.count { $0.isAccepted }
    if let count = answer.acceptedCount, !answer.sets.isEmpty, count < accepted {
      report(
        .warning, nil, "AK904", "\(count) sets accepted by the count, \(accepted) by their answers")
    }
  }

  private mutating func takeGroupAnswer(_ segment: SegmentTextReader.Segment) {
    closeSet()
    let text = segment.text
    hasGroupAnswer = true
    answer.outcome = text.text(1)
    answer.includedCount = AmountText.count(text.text(2))
    answer.receivedCount = AmountText.count(text.text(3))
    answer.acceptedCount = AmountText.count(text.text(4))
    answer.groupErrors = (5...9).map(text.text).filter { !$0.isEmpty }
    if ImplementationAcknowledgment999.meaning(ofGroupOutcome: text.text(1)) == nil {
      report(.warning, segment, "AK901", "\(text.text(1)) is no known answer")
    }
  }

  private mutating func closeSet(isAnswered: Bool = false) {
    if let open {
      answer.sets.append(open)
      if !isAnswered {
        report(.warning, nil, "IK5", "set \(open.control) has no answer (IK5 is missing)")
      }
    }
    open = nil
    waiting = []
  }

  private mutating func takeSegmentError(_ segment: SegmentTextReader.Segment) {
    let text = segment.text
    guard open != nil else {
      report(.warning, segment, text.id, "error for no set (AK2 is missing); it is left out")
      return
    }
    open?.segmentErrors.append(
      ImplementationAcknowledgment999.SegmentError(
        segment: text.text(1), position: AmountText.count(text.text(2)), loop: text.text(3),
        code: text.text(4), contexts: waiting))
    waiting = []
  }

  private mutating func takeElementError(_ segment: SegmentTextReader.Segment) {
    let text = segment.text
    guard let last = open?.segmentErrors.indices.last else {
      report(.warning, segment, text.id, "element error without a segment; it is left out")
      return
    }
    open?.segmentErrors[last].elementErrors.append(
      ImplementationAcknowledgment999.ElementError(
        element: AmountText.count(text.component(1, 1)),
        component: AmountText.count(text.component(1, 2)),
        repetition: AmountText.count(text.component(1, 3)), dictionaryNumber: text.text(2),
        code: text.text(3), badValue: text.text(4)))
  }

  private mutating func takeContext(_ segment: SegmentTextReader.Segment) {
    let text = segment.text
    let context = ImplementationAcknowledgment999.Context(
      names: text.repeats(1).map {
        let parts = SegmentText.components(of: $0)
        return ImplementationAcknowledgment999.Context.Name(
          name: parts.first ?? "", value: parts.dropFirst().joined(separator: ":"))
      },
      segment: text.text(2), position: AmountText.count(text.text(3)), loop: text.text(4),
      place: text.components(5), dictionaryNumbers: text.components(6))
    guard let last = open?.segmentErrors.indices.last else {
      waiting.append(context)
      return
    }
    if let element = open?.segmentErrors[last].elementErrors.indices.last {
      open?.segmentErrors[last].elementErrors[element].contexts.append(context)
    } else {
      open?.segmentErrors[last].contexts.append(context)
    }
  }
}
