// The segments inside the levels of a 270 or 271.

extension EligibilityAssembler {
  mutating func takeContent(_ segment: Segment) {
    let text = segment.text
    check(segment)
    switch text.id {
    case "TRN": takeTrace(segment)
    case "NM1": takeName(segment)
    case Item.opening: openItem(segment)
    case "LS": openRelated(segment)
    case "LE": closeRelated(segment)
    case "AAA" where item == nil: takeRejection(segment)
    case "INS" where item == nil && person != nil && person?.insured == nil: takeInsured(text)
    default: takeDetail(segment)
    }
  }

  private mutating func takeTrace(_ segment: Segment) {
    closeItem()
    if level == .header || level == .source || level == .receiver {
      report(.note, segment, "", "TRN does not belong above the subscriber; it is left out")
      return
    }
    let trace = X12Trace(segment: segment.text)
    if trace.number.isEmpty { report(.warning, segment, "TRN02", "the trace number is empty") }
    person?.traces.append(trace)
  }

  private mutating func takeName(_ segment: Segment) {
    if item != nil {
      if !isRelated {
        report(.note, segment, "", "NM1 of another party stands outside LS and LE; it is read")
        isRelated = true
      }
      if item?.takeRelated(segment.text) != true {
        report(.warning, segment, "", "NM1 does not belong behind \(Item.opening); it is left out")
      }
      return
    }
    if isNamed {
      report(.warning, segment, "", "a second NM1 stands at this level; it is left out")
      return
    }
    isNamed = true
    let name = X12PartyName(segment: segment.text)
    let rest = name.segment.remainder(of: segment.text)
    changeParty(segment) { party in
      party.name = name
      if let rest { party.loose.append(rest) }
    }
  }

  private mutating func openItem(_ segment: Segment) {
    supplyPerson(segment)
    closeItem()
    let opened = Item(opening: segment.text)
    for complaint in opened.complaints(of: segment.text) {
      report(complaint.severity, segment, complaint.element, complaint.message)
    }
    item = opened
  }

  private mutating func openRelated(_ segment: Segment) {
    guard item != nil else {
      report(.warning, segment, "", "LS without \(Item.opening) before it")
      return
    }
    isRelated = true
  }

  private mutating func closeRelated(_ segment: Segment) {
    if !isRelated { report(.note, segment, "", "LE without an LS before it") }
    isRelated = false
  }

  private mutating func takeRejection(_ segment: Segment) {
    let rejection = EligibilityRejection(segment: segment.text)
    if rejection.reason.isEmpty {
      report(.warning, segment, "AAA03", "the refusal gives no reason (AAA03)")
    }
    switch level {
    case .header: report(.error, segment, "", "AAA before the first level; it is left out")
    case .source where !isNamed: source?.requestRejections.append(rejection)
    case .source: source?.rejections.append(rejection)
    case .receiver: receiver?.rejections.append(rejection)
    case .subscriber, .dependent: person?.rejections.append(rejection)
    }
  }

  private mutating func takeInsured(_ text: SegmentText) {
    let insured = X12Insured(segment: text)
    person?.insured = insured
    if let rest = insured.segment.remainder(of: text) { person?.party.loose.append(rest) }
  }

  private mutating func takeDetail(_ segment: Segment) {
    let text = segment.text
    guard item != nil else {
      if !SegmentOrder.insured.contains(text.id) { reportStranger(segment) }
      changeParty(segment) { $0.take(text) }
      return
    }
    if isRelated, item?.takeRelated(text) == true { return }
    if !Item.knows(text.id) { reportStranger(segment) }
    item?.take(text)
  }

  private mutating func reportStranger(_ segment: Segment) {
    report(
      .note, segment, "",
      "\(segment.text.id) does not belong here in a \(Item.setCode); it is kept as it is")
  }

  private mutating func changeParty(_ segment: Segment, _ change: (inout X12Party) -> Void) {
    switch level {
    case .header:
      report(.note, segment, "", "\(segment.text.id) before the first level; it is left out")
    case .source: source?.party.change(change)
    case .receiver: receiver?.party.change(change)
    case .subscriber, .dependent: person?.party.change(change)
    }
  }

  /// Dates that cannot be read are kept as they came, and named.
  private mutating func check(_ segment: Segment) {
    let text = segment.text
    if text.id == "DTP", ["D8", "RD8"].contains(text.text(2)),
      !X12QualifiedDate(segment: text).isValid
    {
      report(.warning, segment, "DTP03", "\(text.text(3)) is no date or no span of dates")
    }
    if text.id == "DMG", !text.text(2).isEmpty,
      !X12QualifiedDate("", on: text.text(2)).isValid
    {
      report(.warning, segment, "DMG02", "\(text.text(2)) is no date of birth")
    }
  }
}

extension X12Party {
  fileprivate mutating func change(_ change: (inout X12Party) -> Void) { change(&self) }
}
