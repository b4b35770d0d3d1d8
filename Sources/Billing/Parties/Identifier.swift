/// The key of one stored thing; the type parameter keeps a claim's key from being used for a payer.
package struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Sendable {
  package var rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
  package init(_ rawValue: Int64) { self.rawValue = rawValue }
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

package typealias ClaimID = Identifier<Claim>
package typealias ClaimLineID = Identifier<ClaimLine>
package typealias PatientID = Identifier<Patient>
package typealias PayerID = Identifier<Payer>
package typealias RemittanceID = Identifier<Remittance>
package typealias RemitClaimID = Identifier<RemittanceClaim>
package typealias SubmissionID = Identifier<ClaimSubmission>
package typealias ActivityID = Identifier<Activity>
package typealias WorkItemID = Identifier<WorkItem>
package typealias FileID = Identifier<ImportedFile>
package typealias OrderID = Identifier<Order>
package typealias ChargeID = Identifier<Charge>
package typealias RentalID = Identifier<Rental>
package typealias HoldID = Identifier<Hold>
package typealias DocumentID = Identifier<Document>
package typealias SpecialID = Identifier<SpecialWork>
package typealias BatchID = Identifier<Batch>
package typealias DepositID = Identifier<Deposit>
package typealias ApprovalID = Identifier<Approval>
package typealias OutgoingFileID = Identifier<OutgoingFile>
