import Billing

/// What the front office gets wrong, and puts right when the order comes again.
enum OrderMistake: Int, Sendable, CaseIterable {
  case missingSerial, quantityDiffers, unsignedOrder, lateOrder, wrongPrescriberNumber
  case missingAuthorization, priceOfNothing, missingProof, missingSex, impossibleBirthDate
  case missingFaceToFace, missingDiagnosis

  /// The order as it first arrives; nil where the mistake cannot be made in it.
  func made(in order: SampleOrder) -> SampleOrder? {
    var wrong = order
    switch self {
    case .missingSerial:
      guard let index = order.lines.firstIndex(where: { !$0.serialNumber.isEmpty }) else {
        return nil
      }
      wrong.lines[index].serialNumber = ""
    case .quantityDiffers:
      guard let index = order.lines.firstIndex(where: { $0.kind == .supply && $0.units > 1 })
      else { return nil }
      wrong.lines[index].units = order.lines[index].units / 2
    case .unsignedOrder: wrong.signedOn = nil
    case .lateOrder:
      guard order.signedOn != nil else { return nil }
      wrong.signedOn = order.servedOn.adding(days: 1)
    case .wrongPrescriberNumber:
      wrong.prescriberNPI = String(order.prescriberNPI.dropLast()) + Self.otherDigit(order)
    case .missingAuthorization:
      guard let index = order.lines.firstIndex(where: { $0.authorization != nil }) else {
        return nil
      }
      wrong.lines[index].authorization = nil
    case .priceOfNothing: wrong.lines[0].unitCharge = 0
    case .missingProof: wrong.proofOn = nil
    case .missingSex: wrong.sex = ""
    case .impossibleBirthDate: wrong.birthDateText = "02/30/" + String(order.identity.born.year)
    case .missingFaceToFace:
      guard order.faceToFaceOn != nil else { return nil }
      wrong.faceToFaceOn = nil
    case .missingDiagnosis: wrong.diagnoses = []
    }
    return wrong
  }

  /// A last digit that is not the check digit.
  private static func otherDigit(_ order: SampleOrder) -> String {
    order.prescriberNPI.last == "0" ? "1" : "0"
  }
}
