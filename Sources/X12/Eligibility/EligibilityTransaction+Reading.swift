/// One subscriber as it stood in a 270 or 271, with the payer and supplier above it.
package struct ReadEligibility<Item: EligibilityLoop>: Sendable {
  /// BHT of the set; its ``EligibilityTransaction/sources`` are empty.
  package var header: EligibilityTransaction<Item>
  /// Loop 2000A, without its receivers.
  package var source: EligibilityTransaction<Item>.Source
  /// Loop 2000B, without its subscribers.
  package var receiver: EligibilityTransaction<Item>.Receiver
  /// Loop 2000C with its dependents.
  package var subscriber: EligibilityTransaction<Item>.Subscriber
  /// The number of its HL segment in the file, from 1.
  package var segment: Int
  /// What is wrong with it, and what was wrong between the one before and this one.
  package var problems: [X12Problem]
  /// Which payer and supplier of the set stand above it.
  var place: EligibilityPlace
}

/// Reading a 270 or a 271.
extension EligibilityTransaction {
  /// Hands over each subscriber of a set in turn; holds no more than one at a time.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - set: One of its sets, whole or broken.
  ///   - body: Called for each subscriber.
  /// - Returns: The set with its payers and suppliers but without their subscribers, and problems
  ///   that belong to no subscriber.
  /// - Throws: What `body` throws.
  package static func forEachSubscriber<Failure: Error>(
    in file: X12File, set: TransactionSetEnvelope,
    _ body: (ReadEligibility<Item>) throws(Failure) -> Void
  ) throws(Failure) -> (transaction: Self, problems: [X12Problem]) {
    var assembler = EligibilityAssembler<Item>(file: file, set: set)
    guard assembler.isExpectedSet else { return assembler.finish().rest }
    var reader = SegmentTextReader(set: set)
    let bytes = file.bytes.span
    while let segment = reader.next(in: bytes) {
      if let ended = assembler.take(segment) { try body(ended) }
    }
    let end = assembler.finish()
    if let ended = end.ended { try body(ended) }
    return end.rest
  }

  /// A whole set, and everything odd about it.
  ///
  /// Sets of 004010 (X092) are read as far as they go, with a note.
  package static func read(
    file: X12File, set: TransactionSetEnvelope
  ) -> (EligibilityTransaction, [X12Problem]) {
    var problems: [X12Problem] = []
    var subscribers: [EligibilityPlace: [Subscriber]] = [:]
    let rest = forEachSubscriber(in: file, set: set) { read in
      subscribers[read.place, default: []].append(read.subscriber)
      problems += read.problems
    }
    var transaction = rest.transaction
    for source in transaction.sources.indices {
      for receiver in transaction.sources[source].receivers.indices {
        let place = EligibilityPlace(source: source, receiver: receiver)
        transaction.sources[source].receivers[receiver].subscribers = subscribers[place] ?? []
      }
    }
    return (transaction, problems + rest.problems)
  }
}

/// Which payer and supplier of a set a subscriber stands under, counted from 0.
struct EligibilityPlace: Hashable {
  var source: Int
  var receiver: Int
}
