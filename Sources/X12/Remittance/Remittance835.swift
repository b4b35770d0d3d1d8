/// One remittance advice (an ST 835 set) as typed values in flat arrays: one payment with its claims.
///
/// 005010X221A1; 004010X091A1 is read by the same rules. Texts are kept as ranges into ``bytes`` and
/// become strings only where they are shown or stored.
package struct Remittance835: Sendable {
  /// The file that the ranges point into.
  package internal(set) var bytes: [UInt8]
  /// The set's envelope.
  package internal(set) var envelope: TransactionSetEnvelope

  /// BPR and TRN.
  package internal(set) var payment = RemittancePayment()
  /// N1*PR, loop 1000A.
  package internal(set) var payer = RemittanceParty()
  /// N1*PE, loop 1000B.
  package internal(set) var payee = RemittanceParty()
  /// REF segments before the payer: `EV` receiver, `F2` version.
  package internal(set) var headerReferences = FlatRange()
  /// DTM*405 as 20260105; 0 without one.
  package internal(set) var productionDate: Int32 = 0
  /// Every claim in the order of the set.
  package internal(set) var claims: [RemittanceClaim] = []
  /// Every service line in the order of the set.
  package internal(set) var lines: [RemittanceLine] = []
  /// Every CAS triplet of claims and lines.
  package internal(set) var adjustments: [RemittanceAdjustment] = []
  /// Every PLB pair.
  package internal(set) var providerAdjustments: [ProviderAdjustment] = []
  /// Every remark code.
  package internal(set) var remarks: [RemittanceRemark] = []
  /// Every REF of header, parties, claims and lines.
  package internal(set) var references: [RemittanceReference] = []
  /// Every DTM of claims and lines.
  package internal(set) var dates: [RemittanceDate] = []
  /// Every AMT.
  package internal(set) var amounts: [RemittanceAmount] = []
  /// Every QTY.
  package internal(set) var quantities: [RemittanceQuantity] = []
  /// Every NM1.
  package internal(set) var names: [RemittanceName] = []
  /// Every PER.
  package internal(set) var contacts: [RemittanceContact] = []
  /// Whether an amount that balancing needs could not be read.
  package internal(set) var hasUnreadableAmount = false
  /// What is wrong or odd in the set, its envelope not included.
  package internal(set) var problems: [X12Problem] = []

  /// A remittance of nothing, to read sets into one after the other.
  package init() {
    bytes = []
    envelope = TransactionSetEnvelope()
  }

  /// Forgets everything but the memory that the arrays hold.
  mutating func removeAll() {
    payment = RemittancePayment()
    payer = RemittanceParty()
    payee = RemittanceParty()
    headerReferences = FlatRange()
    productionDate = 0
    claims.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    adjustments.removeAll(keepingCapacity: true)
    providerAdjustments.removeAll(keepingCapacity: true)
    remarks.removeAll(keepingCapacity: true)
    references.removeAll(keepingCapacity: true)
    dates.removeAll(keepingCapacity: true)
    amounts.removeAll(keepingCapacity: true)
    quantities.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    contacts.removeAll(keepingCapacity: true)
    hasUnreadableAmount = false
    problems = []
  }

  /// The text of a range.
  package func text(_ range: ByteRange) -> String { X12Text.string(bytes.span, range) }

  /// The letters of a packed code such as a qualifier.
  package static func text(ofCode code: UInt32) -> String {
    var text = ""
    for shift: UInt32 in [24, 16, 8, 0] {
      let byte = UInt8(truncatingIfNeeded: code >> shift)
      if byte != 0 { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    }
    return text
  }

  /// A code of up to four letters, packed as qualifiers are kept here.
  package static func code(_ letters: String) -> UInt32 {
    UInt32(truncatingIfNeeded: X12Text.packed(letters))
  }
}

/// Payment and trace: BPR and TRN of a remittance.
package struct RemittancePayment: Equatable, Sendable {
  /// BPR01: `I`, `H`, `C`, `D`, `P`, `U`, `X`.
  package var handling = ByteRange.empty
  /// BPR02 in cents: what is paid in total.
  package var amount: Int64 = 0
  /// BPR03: `C` credit, `D` debit.
  package var creditDebit = ByteRange.empty
  /// BPR04: `ACH`, `CHK`, `NON`, `FWT`, `BOP`.
  package var method = ByteRange.empty
  /// BPR05: `CCP`, `CTX`.
  package var format = ByteRange.empty
  /// BPR06 to BPR09: the payer's bank and account.
  package var payerBankQualifier = ByteRange.empty
  package var payerBank = ByteRange.empty
  package var payerAccountQualifier = ByteRange.empty
  package var payerAccount = ByteRange.empty
  /// BPR10: 1 and the payer's tax number.
  package var payerID = ByteRange.empty
  /// BPR11.
  package var payerSupplement = ByteRange.empty
  /// BPR12 to BPR15: our bank and account.
  package var payeeBankQualifier = ByteRange.empty
  package var payeeBank = ByteRange.empty
  package var payeeAccountQualifier = ByteRange.empty
  package var payeeAccount = ByteRange.empty
  /// BPR16 as 20260105, the day of the money or of the check; 0 when it cannot be read.
  package var date: Int32 = 0
  /// TRN02: check or trace number, by which the deposit is found.
  package var trace = ByteRange.empty
  /// TRN03: 1 and the payer's tax number.
  package var tracePayer = ByteRange.empty
  /// TRN04.
  package var traceSupplement = ByteRange.empty
  /// The number of the BPR in the file; 0 when there is none.
  package var segment: UInt32 = 0
  /// Where the BPR begins in the file's bytes.
  package var position: UInt32 = 0
}
