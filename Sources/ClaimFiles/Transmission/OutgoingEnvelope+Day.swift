package import Billing
package import X12

extension OutgoingEnvelope {
  /// What stands around a file of one day; `time` is HHMM or HH:MM.
  package init(
    from sender: String, to receiver: String, on day: Day, time: String, numbers: ControlNumbers,
    usage: String
  ) {
    self.init(
      sender: sender, receiver: receiver, date: day.ccyymmddNumber,
      time: time.filter { $0 != ":" }, interchangeControl: Int(numbers.interchange) ?? 0,
      groupControl: Int(numbers.group) ?? 0, usage: usage)
  }
}

extension TransactionSetEnvelope {
  /// ISA13, GS06 and ST02.
  package var controlNumbers: ControlNumbers {
    ControlNumbers(interchange: interchangeControl, group: groupControl, set: control)
  }
}
