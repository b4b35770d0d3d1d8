import Billing

/// Puts the claims of a day into files and transaction sets.
struct BatchDesk: Sendable {
  var office: SampleOfficeFacts
  /// Runs over all files of the office.
  private var number = 0

  /// As many claims as stand in one transaction set and in one file.
  static let claimsInSet = 100
  static let claimsInFile = 1_000

  init(office: SampleOfficeFacts) { self.office = office }

  /// The batches of a day for one clearinghouse.
  mutating func batches(
    _ keys: [ClaimKey], to clearinghouse: Clearinghouse, on day: Day
  ) -> [Batch] {
    var random = SplitMix64(
      seed: office.seed, .batch,
      UInt64(bitPattern: Int64(day.rawValue)) << 2 | UInt64(clearinghouse.rawValue))
    var rest = keys[...]
    var batches: [Batch] = []
    if random.chance(perMille: refusedFilesPerMille(day)), rest.count > 4 {
      let few = rest.prefix(random.within(1...3))
      rest = rest.dropFirst(few.count)
      var refused = batch([], to: clearinghouse, on: day)
      refused.sets = sets(Array(few), into: &refused)
      refused.isRefused = true
      batches.append(refused)
    }
    while !rest.isEmpty {
      let part = Array(rest.prefix(Self.claimsInFile))
      rest = rest.dropFirst(part.count)
      var batch = batch([], to: clearinghouse, on: day)
      let bad = badSets(part, on: day, &random)
      batch.sets = sets(bad.rest, into: &batch)
      for (error, claims) in bad.sets {
        let wrong = sets(claims, into: &batch).map { set in
          var set = set
          set.error = error
          return set
        }
        batch.sets += wrong
      }
      for index in batch.sets.indices {
        batch.sets[index].control = InventedNumbers.padded(index + 1, 4)
      }
      batches.append(batch)
    }
    return batches
  }

  private mutating func batch(
    _ sets: [BatchSet], to clearinghouse: Clearinghouse, on day: Day
  ) -> Batch {
    number += 1
    return Batch(clearinghouse: clearinghouse, number: number, sentOn: day, sets: sets)
  }

  /// One location after the other, so many claims a set.
  private func sets(_ keys: [ClaimKey], into batch: inout Batch) -> [BatchSet] {
    var sets: [BatchSet] = []
    for location in Supplier.npis.indices {
      var rest = keys.filter {
        SampleState.all[office.patient($0.patient).state].location == location
      }[...]
      while !rest.isEmpty {
        let part = rest.prefix(Self.claimsInSet)
        rest = rest.dropFirst(part.count)
        sets.append(
          BatchSet(
            control: InventedNumbers.padded(sets.count + 1, 4), location: location,
            claims: Array(part)))
      }
    }
    return sets
  }

  /// A few claims in small sets that the receiver will not be able to read.
  private func badSets(
    _ keys: [ClaimKey], on day: Day, _ random: inout SplitMix64
  ) -> (rest: [ClaimKey], sets: [(SyntaxError, [ClaimKey])]) {
    let age = office.today - day
    let perMille = age < 30 ? 14 : age < 120 ? 5 : 2
    var rest = keys[...]
    var sets: [(SyntaxError, [ClaimKey])] = []
    var expected = keys.count * perMille
    while expected > 0, rest.count > 6 {
      // Three claims a set on average.
      guard expected >= 3_000 || random.below(3_000) < expected else { break }
      expected -= 3_000
      let few = rest.prefix(random.within(1...5))
      rest = rest.dropFirst(few.count)
      let error = SyntaxError.allCases[random.below(SyntaxError.allCases.count)]
      sets.append((error, Array(few)))
    }
    return (Array(rest), sets)
  }

  private func refusedFilesPerMille(_ day: Day) -> Int {
    office.today - day < 60 ? 30 : 5
  }
}
