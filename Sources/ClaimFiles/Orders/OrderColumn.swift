package import Billing

/// One column of a file of delivered orders, as its documentation and its reader know it.
package struct OrderColumn: Equatable, Sendable {
  package enum Need: Equatable, Sendable {
    /// The file must have it and every order must fill it.
    case required
    /// An order without it is taken, but cannot be billed.
    case wanted
    case optional
  }

  package enum Scope: Equatable, Sendable {
    /// The same in all rows of an order; rows after the first may leave it empty.
    case order
    /// Each row its own.
    case line
  }

  package var key: OrderColumnKey
  /// Its heading in the template: `delivered_quantity`.
  package var name: String
  package var meaning: String
  package var example: String
  package var need: Need
  package var scope: Scope
  /// Longest text in bytes that is taken.
  package var longest: Int
  /// Whether people write what they like in it, over several lines too.
  package var isFreeText: Bool
  /// Other headings that mean the same.
  package var aliases: [String]
}

/// Which column it is, whatever it is called.
package enum OrderColumnKey: Hashable, Sendable {
  case field(OrderField)
  case coverage(PayerSequence, CoverageField)

  /// Its place among all columns, from 0.
  var index: Int {
    switch self {
    case .field(let field): field.rawValue
    case .coverage(let sequence, let field):
      OrderField.allCases.count + sequence.place * CoverageField.allCases.count + field.rawValue
    }
  }

  static let count =
    OrderField.allCases.count + PayerSequence.allCases.count * CoverageField.allCases.count
}

extension PayerSequence {
  /// 0, 1 or 2.
  fileprivate var place: Int {
    switch self {
    case .primary: 0
    case .secondary: 1
    case .tertiary: 2
    }
  }
}

/// Columns of which there is one.
package enum OrderField: Int, Sendable, CaseIterable {
  case orderNumber, accountNumber
  case patientLastName, patientFirstName, patientName, birthDate, sex
  case street, street2, city, state, zip, phone
  case prescriberNPI, prescriberLastName, prescriberFirstName, prescriberPhone, prescriberFax
  case prescriberEnrolled
  case diagnoses, diagnosis1, diagnosis2, diagnosis3, diagnosis4
  case orderedOn, deliveredOn, shippedOn, method, tracking, placeOfService
  case writtenOrderDate, writtenOrderSigned, writtenOrderSigner, writtenOrderCodes
  case proofDate, proofSigner, faceToFaceDate, sleepStudyDate
  case stayKind, stayFrom, stayThrough
  case lineNumber, kind, hcpcs, modifiers, modifier1, modifier2, modifier3, modifier4
  case description, prescribedQuantity, deliveredQuantity, serialNumber, daysSupplied
  case unitCharge, firstRentalMonth
  case authorizationNumber, authorizationFrom, authorizationThrough, authorizationUnits
  case narrative, diagnosisPointers
}

/// Columns of which there is one for each payer of the patient.
package enum CoverageField: Int, Sendable, CaseIterable {
  case payer, payerID, payerState, filingIndicator, memberID, group, from, through
  case secondaryPayerType, relationship
  case subscriberLastName, subscriberFirstName, subscriberBirthDate, subscriberSex
}
