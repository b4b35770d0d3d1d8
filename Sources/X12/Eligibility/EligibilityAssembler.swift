/// Puts a 270 or a 271 together, one segment after another.
///
/// It holds one subscriber and the levels above, never more.
struct EligibilityAssembler<Item: EligibilityLoop>: SetAssembler {
  typealias Transaction = EligibilityTransaction<Item>
  typealias Segment = SegmentTextReader.Segment

  /// Which level is open.
  enum Level { case header, source, receiver, subscriber, dependent }

  var transaction: Transaction
  var level = Level.header
  var source: Transaction.Source?
  var receiver: Transaction.Receiver?
  private var subscriber: Transaction.Subscriber?
  var person: Transaction.Person?
  var item: Item?
  /// Whether the names of an LS loop are being read.
  var isRelated = false
  /// Whether the open level has its NM1.
  var isNamed = false
  private var hierarchy = EligibilityHierarchy()
  private var ended: ReadEligibility<Item>?
  private var start: Segment?
  private var personStart: Segment?
  private var hasHeader = false
  var problems = X12ProblemList()
  let file: X12File
  let set: TransactionSetEnvelope
  let index: Int?

  init(file: X12File, set: TransactionSetEnvelope) {
    self.file = file
    self.set = set
    index = file.index(of: set)
    transaction = Transaction(
      version: set.version, control: set.control, structure: "", purpose: "", reference: "",
      date: "", time: "")
    if !isExpectedSet {
      report(.error, nil, "ST", "this is a \(set.code), not a \(Item.setCode); it is not read")
    } else if !set.version.contains("X279") {
      report(
        .note, nil, "ST03",
        "version \(set.version) is not that of a \(Item.setCode) (005010X279A1); it is read as far "
          + "as it goes")
    }
  }

  /// Whether the set is of the kind that is read here.
  var isExpectedSet: Bool { self.set.code == Item.setCode }

  /// Takes the next segment, and gives the subscriber that it ends.
  mutating func take(_ segment: Segment) -> ReadEligibility<Item>? {
    if segment.isOverlong {
      report(
        .error, segment, "",
        "\(segment.text.id) has more elements than any guide knows; the rest "
          + "of them is left out")
    }
    switch segment.text.id {
    case "ST", "SE": break
    case "BHT": takeHeader(segment)
    case "HL": openLevel(segment)
    default: takeContent(segment)
    }
    defer { ended = nil }
    return ended
  }

  /// Closes every level; called once when the segments end.
  mutating func finish() -> (
    ended: ReadEligibility<Item>?, rest: (transaction: Transaction, problems: [X12Problem])
  ) {
    closeSource()
    if isExpectedSet {
      if !hasHeader { report(.warning, nil, "BHT", "the set has no BHT segment") }
      if transaction.sources.isEmpty {
        report(.error, nil, "HL", "no payer (HL*1**20) is in this set")
      }
    }
    return (ended, (transaction, problems.all))
  }

  private mutating func takeHeader(_ segment: Segment) {
    let text = segment.text
    hasHeader = true
    transaction.structure = text.text(1)
    transaction.purpose = text.text(2)
    transaction.reference = text.text(3)
    transaction.date = text.text(4)
    transaction.time = text.text(5)
    transaction.kind = text.text(6)
    if text.text(1) != "0022" {
      report(.note, segment, "BHT01", "the structure is \(text.text(1)), not 0022")
    }
  }
}

extension EligibilityAssembler {
  private mutating func openLevel(_ segment: Segment) {
    let code = segment.text.text(3)
    let wrong = hierarchy.take(segment.text)
    switch code {
    case "20":
      closeSource()
      source = Transaction.Source()
      level = .source
    case "21":
      closeReceiver()
      supply(.receiver, segment)
      receiver = Transaction.Receiver()
      level = .receiver
    case "22":
      closeSubscriber()
      supply(.subscriber, segment)
      openSubscriber(segment)
    case "23":
      closePerson()
      supply(.dependent, segment)
      person = Transaction.Person()
      personStart = segment
      level = .dependent
    default:
      report(
        .error, segment, "HL03",
        "level \(code) is not used in a \(Item.setCode); it is read as part of the one before")
      return
    }
    isNamed = false
    if let wrong { report(wrong.severity, segment, "HL", wrong.message) }
  }

  private mutating func openSubscriber(_ segment: Segment) {
    subscriber = Transaction.Subscriber()
    person = Transaction.Person()
    start = segment
    personStart = segment
    level = .subscriber
    isNamed = false
  }

  /// Makes the unnamed levels that are missing above one, so that nothing is lost, and reports it.
  private mutating func supply(_ child: Level, _ segment: Segment) {
    var missing: [String] = []
    if source == nil {
      missing.append("payer")
      source = Transaction.Source()
    }
    if child != .receiver, receiver == nil {
      missing.append("supplier")
      receiver = Transaction.Receiver()
    }
    if child == .dependent, subscriber == nil {
      missing.append("subscriber")
      subscriber = Transaction.Subscriber()
      start = segment
    }
    if !missing.isEmpty {
      report(.error, segment, "HL02", "level without a \(missing.joined(separator: " and ")) above")
    }
  }

  /// Opens a person for a segment that can only belong to one.
  mutating func supplyPerson(_ segment: Segment) {
    guard person == nil else { return }
    report(
      .error, segment, "",
      "\(segment.text.id) stands outside a subscriber; one without a name is "
        + "taken for it")
    if source == nil { source = Transaction.Source() }
    if receiver == nil { receiver = Transaction.Receiver() }
    openSubscriber(segment)
  }

  mutating func closeItem() {
    if let item { person?.items.append(item) }
    item = nil
    isRelated = false
  }

  private mutating func closePerson() {
    closeItem()
    guard let person else { return }
    self.person = nil
    if !isNamed { report(.warning, personStart, "NM1", "the person has no name (NM1)") }
    if level == .dependent {
      subscriber?.dependents.append(person)
    } else {
      subscriber?.person = person
    }
    guard person.isPatient || level == .dependent else { return }
    if person.items.isEmpty, person.rejections.isEmpty {
      report(.warning, personStart, Item.opening, "the person has no \(Item.opening) segment")
    }
    if Item.setCode == "271", !person.traces.contains(where: { !$0.number.isEmpty }) {
      report(
        .warning, personStart, "TRN02",
        "the answer names no question (TRN02); it can only be matched by the person")
    }
  }

  private mutating func closeSubscriber() {
    closePerson()
    guard let subscriber else { return }
    self.subscriber = nil
    if !subscriber.person.isPatient, subscriber.dependents.isEmpty {
      report(
        .warning, start, Item.opening, "nothing is said of the subscriber: no \(Item.opening)")
    }
    var header = transaction
    header.sources = []
    var above = source ?? Transaction.Source()
    let place = EligibilityPlace(
      source: transaction.sources.count, receiver: above.receivers.count)
    above.receivers = []
    ended = ReadEligibility(
      header: header, source: above, receiver: receiver ?? Transaction.Receiver(),
      subscriber: subscriber, segment: start?.number ?? set.firstSegment, problems: problems.all,
      place: place)
    problems = X12ProblemList()
  }

  private mutating func closeReceiver() {
    closeSubscriber()
    if let receiver { source?.receivers.append(receiver) }
    receiver = nil
  }

  private mutating func closeSource() {
    closeReceiver()
    if let source { transaction.sources.append(source) }
    source = nil
  }
}
