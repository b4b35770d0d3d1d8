import Billing
import X12

/// The diagnoses of a claim, at most twelve and each once, and where each line points.
///
/// 005010X222A1 loop 2300 HI and SV107; no dots.
struct BillDiagnoses {
  /// The principal one first.
  let codes: [String]
  /// By place in the order, from 1: the place in the claim.
  private let places: [Int: Int]
  private let ordered: Int

  init(of bill: Bill) throws(ClaimFileRefusal) {
    let all = bill.order.diagnoses.map(PlainCapitals.number)
    ordered = all.count
    let pointed = Set(bill.charges.flatMap { $0.diagnosisPointers.prefix(4) })
    var distinct: [String] = []
    var wanted: Set<String> = []
    for (index, code) in all.enumerated() {
      if !distinct.contains(code) { distinct.append(code) }
      if index == 0 || pointed.contains(index + 1) { wanted.insert(code) }
    }
    guard wanted.count <= 12 else {
      throw bill.refusal("HI", "its lines point to \(wanted.count) diagnoses; 12 fit on a claim")
    }
    // Those that no line points to make room, the last ones first.
    while distinct.count > 12, let spare = distinct.lastIndex(where: { !wanted.contains($0) }) {
      distinct.remove(at: spare)
    }
    codes = distinct
    var places: [Int: Int] = [:]
    for (index, code) in all.enumerated() {
      if let place = distinct.firstIndex(of: code) { places[index + 1] = place + 1 }
    }
    self.places = places
  }

  /// SV107: up to four places, the main one first; a place that the order does not have stays what
  /// it is, for ``ClaimEdit`` to find.
  func pointers(of charge: Charge) -> [Int] {
    let own = charge.diagnosisPointers.prefix(4)
    let wanted = own.isEmpty ? Array(1...max(1, min(4, ordered))) : Array(own)
    var pointers: [Int] = []
    for pointer in wanted {
      let place = places[pointer] ?? pointer
      if !pointers.contains(place) { pointers.append(place) }
    }
    return pointers
  }
}
