import Billing

/// A claim of the sample office before it is written anywhere.
struct SampleClaim: Sendable {
  var key: ClaimKey
  var patient: SamplePatient
  var identity: PatientIdentity
  var payer: SamplePayer
  var nextPayer: SamplePayer?
  /// CLM01: two letters of the office, the patient's number and the month; at most 20 characters.
  var controlNumber: String
  var serviceOn: Day
  var diagnoses: [String]
  var lines: [SampleLine]
  var authorization: String
  var placeOfService: String

  init(key: ClaimKey, patient: SamplePatient, office: SampleOfficeFacts) {
    self.key = key
    self.patient = patient
    identity = patient.identity(seed: office.seed)
    payer = PayerTable.all[patient.payer]
    nextPayer = patient.nextPayer.map { PayerTable.all[$0] }
    controlNumber =
      office.mark + InventedNumbers.padded(key.patient, 7) + "M"
      + InventedNumbers.padded(key.month + 1, 2)
    serviceOn = patient.serviceDay(month: key.month)
    diagnoses = patient.therapy.diagnoses(patient.choice)
    lines = patient.therapy.lines(month: key.month, choice: patient.choice)
    for index in lines.indices {
      lines[index].allowed = min(
        lines[index].charge, lines[index].allowed * Int64(payer.allowedPercent) / 100)
    }
    authorization = ""
    if patient.therapy == .powerWheelchair
      || (!payer.isMedicare && patient.therapy.needsAuthorization)
    {
      authorization = "SPA" + InventedNumbers.padded(key.patient, 9)
    }
    placeOfService = patient.choice % 23 == 0 ? "13" : "12"
  }

  var charge: Int64 { lines.reduce(0) { $0 + $1.charge } }
  var location: Int { SampleState.all[patient.state].location }

  /// REF*6R of a line, counted from 0.
  func lineControlNumber(_ index: Int) -> String { controlNumber + "L" + String(index + 1) }

  /// Last day of service of a line, counted from 0.
  func serviceThrough(_ index: Int) -> Day { serviceOn.adding(days: lines[index].days - 1) }

  /// The payer's number for the claim (277CA REF*1K, CLP07), from the day on which it took it.
  ///
  /// Two digits of the year, three of the day of the year, and nine that no other claim has.
  func payerControlNumber(of payer: SamplePayer, acceptedOn day: Day) -> String {
    let year = day.year
    let newYear = Day(year: year, month: 1, day: 1) ?? day
    return payer.claimNumberPrefix + InventedNumbers.padded(year % 100, 2)
      + InventedNumbers.padded(day - newYear + 1, 3)
      + InventedNumbers.padded(Int(key.rawValue % 1_000_000_000), 9)
  }
}

/// What every patient and claim of one office shares.
struct SampleOfficeFacts: Sendable {
  var seed: UInt64
  var today: Day
  /// First day on which a claim may be sent.
  var firstDay: Day
  /// How many patients the office has.
  var patients: Int
  /// Two letters of the seed.
  var mark: String
  /// The months from ``firstDay`` to ``today``, as year * 12 + month - 1.
  var months: ClosedRange<Int>

  init(seed: UInt64, patients: Int, today: Day) {
    self.seed = seed
    self.patients = patients
    self.today = today
    firstDay = today.adding(days: -Self.windowDays)
    mark = InventedNumbers.mark(ofSeed: seed)
    let first = firstDay.components
    let last = today.components
    months = (first.year * 12 + first.month - 1)...(last.year * 12 + last.month - 1)
  }

  /// About fifteen months: long enough that one-year limits have passed for the oldest claims.
  static let windowDays = 455

  func patient(_ number: Int) -> SamplePatient {
    SamplePatient(seed: seed, number: number, months: months)
  }

  func claim(_ key: ClaimKey) -> SampleClaim {
    SampleClaim(key: key, patient: patient(key.patient), office: self)
  }
}
