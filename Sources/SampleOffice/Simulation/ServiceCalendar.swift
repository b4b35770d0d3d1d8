import Billing

/// Which claims come from the services of a day, and when the office sends each.
struct ServiceCalendar: Sendable {
  var office: SampleOfficeFacts

  /// Claims with this day of service and the day on which they are ready to be sent.
  func claims(servedOn day: Day, _ take: (ClaimKey, Clearinghouse, Day) -> Void) {
    let (year, month, date) = day.components
    let absolute = year * 12 + month - 1
    let lastDate = Day.daysIn(month: month, year: year)
    // Rentals of the 29th to 31st fall due on the last day of a shorter month.
    for anchor in date...(date == lastDate ? 31 : date) {
      var number = anchor - 1
      while number < office.patients {
        let patient = office.patient(number)
        if let therapyMonth = patient.therapyMonth(inMonth: absolute),
          !patient.therapy.lines(month: therapyMonth, choice: patient.choice).isEmpty
        {
          let key = ClaimKey(patient: number, month: therapyMonth)
          let payer = PayerTable.all[patient.payer]
          take(key, payer.clearinghouse, day.adding(days: lag(key, payer)))
        }
        number += 31
      }
    }
  }

  /// Days from service to sending: a few, longer where a document was missing, and now and then so
  /// long that the filing limit has passed.
  private func lag(_ key: ClaimKey, _ payer: SamplePayer) -> Int {
    var random = SplitMix64(seed: office.seed, .claim, key.rawValue)
    let draw = random.below(1_000)
    if draw < 3 { return payer.filingDays + random.within(2...20) }
    if draw < 40 { return random.within(20...75) }
    return key.month == 0 ? random.within(2...9) : random.within(1...3)
  }
}
