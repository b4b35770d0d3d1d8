import Billing

/// A made-up order of the front office, delivered.
struct SampleOrder: Sendable {
  var number: String
  var patient: SamplePatient
  var identity: PatientIdentity
  var sex: String
  var coverages: [SampleCoverage]
  var prescriberNPI: String
  var prescriberLast: String
  var prescriberFirst: String
  /// `yes`, `no`, or empty where nobody looked.
  var prescriberEnrolled: String
  var diagnoses: [String]
  var orderedOn: Day
  /// The day of service.
  var servedOn: Day
  var isShipped: Bool
  var tracking: String
  var writtenOn: Day?
  var signedOn: Day?
  var proofOn: Day?
  var proofSigner: String
  var faceToFaceOn: Day?
  var sleepStudyOn: Day?
  var stay: (kind: String, from: Day, through: Day)?
  var authorizedFrom: Day
  var authorizedThrough: Day
  var lines: [OrderedLine]
  /// As written into the file where it is not a date at all.
  var birthDateText: String?
}
