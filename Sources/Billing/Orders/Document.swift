/// The papers that make a charge payable (domain reference 7.3).
package enum DocumentKind: String, Sendable, CaseIterable {
  case standardWrittenOrder = "swo"
  case writtenOrderPriorToDelivery = "wopd"
  case faceToFace = "face-to-face"
  case sleepStudy = "sleep-study"
  case proofOfDelivery = "proof-of-delivery"
  case authorization
  /// Certificate of medical necessity: services before 2023 and payers other than Medicare.
  case certificateOfMedicalNecessity = "cmn"
  case bloodGasStudy = "blood-gas-study"
  case continuedUse = "continued-use"
  /// Objective usage of a PAP device within its trial.
  case usageReport = "usage-report"
  case refillRequest = "refill-request"
  case advanceBeneficiaryNotice = "abn"
  case deliveryTicket = "delivery-ticket"
  case titleTransfer = "title-transfer"
  case medicalRecord = "medical-record"

  package var title: String {
    switch self {
    case .standardWrittenOrder: "Standard written order"
    case .writtenOrderPriorToDelivery: "Written order prior to delivery"
    case .faceToFace: "Face-to-face encounter"
    case .sleepStudy: "Sleep study"
    case .proofOfDelivery: "Proof of delivery"
    case .authorization: "Prior authorization"
    case .certificateOfMedicalNecessity: "Certificate of medical necessity"
    case .bloodGasStudy: "Blood gas or saturation test"
    case .continuedUse: "Continued use or need"
    case .usageReport: "Usage report"
    case .refillRequest: "Refill request"
    case .advanceBeneficiaryNotice: "Advance beneficiary notice"
    case .deliveryTicket: "Delivery ticket"
    case .titleTransfer: "Title transfer letter"
    case .medicalRecord: "Medical record"
    }
  }
}

/// A document as given, before it has keys.
package struct DocumentDraft: Equatable, Sendable {
  package var kind: DocumentKind
  /// Date of the document itself: the order, the visit, the test, the delivery.
  package var dated: Day?
  package var signedOn: Day?
  package var signer: String
  package var valid: Validity
  /// HCPCS codes it speaks of; empty for all of the order.
  package var codes: [String]
  /// Number of an authorization (REF*G1; the UTN for Medicare).
  package var number: String
  /// Units or rental months granted; nil for no limit.
  package var unitsGranted: Int?
  /// Result that a rule needs: nights of 4 hours in percent of a usage report, and the like.
  package var value: Int?
  /// Items the patient asked for, with their affirmative answer, of a refill request.
  package var answers: [SupplyAnswer]
  /// SHA-256 of the file, empty where none is kept.
  package var contentHash: String
  /// Where the file lies, as the office refers to it; foreign text.
  package var fileReference: String

  package init(
    kind: DocumentKind, dated: Day? = nil, signedOn: Day? = nil, signer: String = "",
    valid: Validity = Validity(), codes: [String] = [], number: String = "",
    unitsGranted: Int? = nil, value: Int? = nil, answers: [SupplyAnswer] = [],
    contentHash: String = "", fileReference: String = ""
  ) {
    self.kind = kind
    self.dated = dated
    self.signedOn = signedOn
    self.signer = signer
    self.valid = valid
    self.codes = codes
    self.number = number
    self.unitsGranted = unitsGranted
    self.value = value
    self.answers = answers
    self.contentHash = contentHash
    self.fileReference = fileReference
  }
}

/// A document that is indexed to a patient, and to an order where it belongs to one.
package struct Document: Equatable, Sendable {
  package var id: DocumentID
  package var patient: PatientID
  package var order: OrderID?
  package var content: DocumentDraft
  package var receivedOn: Day
  /// Units of an authorization that charges have used.
  package var unitsUsed: Int

  package init(
    id: DocumentID, patient: PatientID, order: OrderID?, content: DocumentDraft, receivedOn: Day,
    unitsUsed: Int = 0
  ) {
    self.id = id
    self.patient = patient
    self.order = order
    self.content = content
    self.receivedOn = receivedOn
    self.unitsUsed = unitsUsed
  }

  /// Units left of an authorization; nil for no limit.
  package var unitsLeft: Int? { content.unitsGranted.map { max(0, $0 - unitsUsed) } }

  /// Whether it speaks of a code.
  package func covers(code: String) -> Bool {
    content.codes.isEmpty || content.codes.contains(code)
  }
}

/// The patient's answer for one item of a resupply.
package struct SupplyAnswer: Hashable, Sendable {
  package var code: String
  /// Units wanted; zero is a no.
  package var units: Int

  package init(code: String, units: Int) {
    self.code = code
    self.units = units
  }
}
