package import Billing
import X12

extension RemittanceSet {
  /// What can be read of a set that is refused, whole or not, because of a problem.
  package func refused(because problem: FileProblem) -> RefusedSet.Facts {
    let payer = namedPayer()
    let isAmountRead =
      remittance.payment.segment > 0
      && !remittance.problems.contains { $0.severity == .error && $0.place.element == "BPR02" }
    return RefusedSet.Facts(
      controlNumber: remittance.envelope.control,
      traceNumber: remittance.text(remittance.payment.trace),
      originator: remittance.text(remittance.payment.tracePayer),
      payer: payer.name.isEmpty ? nil : payer,
      amount: isAmountRead ? Cents(fromOutside: remittance.payment.amount) : nil,
      day: Day(ccyymmdd: remittance.payment.date) ?? Day(ccyymmdd: remittance.productionDate)
        ?? Day(ccyymmdd: remittance.envelope.date), problem: problem)
  }
}
