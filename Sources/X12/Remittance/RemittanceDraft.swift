/// A remittance as texts and cents, ready to be written as an 835.
///
/// For made-up payers and for tests; what payers send is read as ``Remittance835``, which is faster.
/// Writing, reading and writing again gives the same bytes.
package struct RemittanceDraft: Equatable, Sendable {
  /// ST02.
  package var control = "0001"
  /// BPR01.
  package var handling = "I"
  /// BPR02 in cents.
  package var payment: Int64 = 0
  /// BPR03.
  package var creditDebit = "C"
  /// BPR04: `ACH`, `CHK`, `NON`.
  package var method = "ACH"
  /// BPR05.
  package var format = "CCP"
  /// BPR06 to BPR15 as written: the banks and accounts of payer and payee.
  package var accounts: [String] = []
  /// BPR16 as 20260105.
  package var date: Int32 = 0
  /// TRN02.
  package var trace = ""
  /// TRN03.
  package var tracePayer = ""
  /// TRN04.
  package var traceSupplement = ""
  /// REF segments of the header: `EV`, `F2`.
  package var references: [Reference] = []
  /// DTM*405; 0 for none.
  package var productionDate: Int32 = 0
  /// N1*PR.
  package var payer = Party()
  /// N1*PE.
  package var payee = Party()
  /// The claims in their order.
  package var claims: [Claim] = []
  /// The PLB pairs in their order.
  package var providerAdjustments: [ProviderAdjustment] = []

  /// An empty remittance to be filled.
  package init() {}

  /// A REF segment.
  package struct Reference: Equatable, Sendable {
    /// REF01.
    package var qualifier: String
    /// REF02.
    package var value: String

    /// An identifier with its kind.
    package init(_ qualifier: String, _ value: String) {
      self.qualifier = qualifier
      self.value = value
    }
  }

  /// A PER segment.
  package struct Contact: Equatable, Sendable {
    /// PER01: `CX`, `BL`, `IC`.
    package var function: String
    /// PER02.
    package var name: String
    /// PER03 on: qualifier and number in turn.
    package var numbers: [String]

    /// Someone to ask.
    package init(function: String, name: String, numbers: [String]) {
      self.function = function
      self.name = name
      self.numbers = numbers
    }
  }

  /// Payer or payee.
  package struct Party: Equatable, Sendable {
    /// N102.
    package var name = ""
    /// N103: `XV`, `XX`, `FI`.
    package var idQualifier = ""
    /// N104.
    package var id = ""
    /// N301 and N302.
    package var street: [String] = []
    /// N401.
    package var city = ""
    /// N402.
    package var state = ""
    /// N403.
    package var zip = ""
    /// REF segments.
    package var references: [Reference] = []
    /// PER segments.
    package var contacts: [Contact] = []

    /// A party to be filled.
    package init() {}
  }

  /// A triplet of a CAS segment.
  package struct Adjustment: Equatable, Sendable {
    /// CAS01: `CO`, `PR`, `OA`, `PI`.
    package var group: String
    /// The reason code (CARC).
    package var reason: String
    /// Cents.
    package var amount: Int64
    /// The quantity as written, mostly empty.
    package var quantity: String

    /// An adjustment.
    package init(_ group: String, _ reason: String, _ amount: Int64, quantity: String = "") {
      self.group = group
      self.reason = reason
      self.amount = amount
      self.quantity = quantity
    }
  }

  /// An NM1 segment of loop 2100.
  package struct Name: Equatable, Sendable {
    /// NM101: `QC`, `IL`, `74`, `82`, `TT`, `PR`, `GB`.
    package var role: String
    /// NM102: `1` person, `2` organisation.
    package var kind = "1"
    /// NM103.
    package var last = ""
    /// NM104.
    package var first = ""
    /// NM105.
    package var middle = ""
    /// NM107.
    package var suffix = ""
    /// NM108.
    package var idQualifier = ""
    /// NM109.
    package var id = ""

    /// A name to be filled.
    package init(_ role: String) {
      self.role = role
    }
  }

  /// A DTM segment.
  package struct Date: Equatable, Sendable {
    /// DTM01.
    package var qualifier: String
    /// DTM02 as 20260105.
    package var day: Int32

    /// A day with its meaning.
    package init(_ qualifier: String, _ day: Int32) {
      self.qualifier = qualifier
      self.day = day
    }
  }

  /// An AMT segment.
  package struct Amount: Equatable, Sendable {
    /// AMT01.
    package var qualifier: String
    /// Cents.
    package var amount: Int64

    /// An amount with its meaning.
    package init(_ qualifier: String, _ amount: Int64) {
      self.qualifier = qualifier
      self.amount = amount
    }
  }

  /// A QTY segment.
  package struct Quantity: Equatable, Sendable {
    /// QTY01.
    package var qualifier: String
    /// Thousandths.
    package var thousandths: Int64

    /// A count with its meaning.
    package init(_ qualifier: String, thousandths: Int64) {
      self.qualifier = qualifier
      self.thousandths = thousandths
    }
  }

  /// One pair of a PLB segment.
  package struct ProviderAdjustment: Equatable, Sendable {
    /// PLB01.
    package var provider: String
    /// PLB02 as 20261231.
    package var periodEnd: Int32
    /// The reason, such as `WO`.
    package var reason: String
    /// What it refers to.
    package var reference: String
    /// Cents: positive lowers the payment.
    package var amount: Int64

    /// An adjustment of the whole payment.
    package init(
      provider: String, periodEnd: Int32, reason: String, reference: String, amount: Int64
    ) {
      self.provider = provider
      self.periodEnd = periodEnd
      self.reason = reason
      self.reference = reference
      self.amount = amount
    }
  }

  /// The payment that BPR02 must state: all CLP04 less all PLB amounts; `nil` when it does not fit.
  package var computedPayment: Int64? {
    var sums = CheckedSum()
    var total: Int64 = 0
    for claim in claims { total = sums.add(total, claim.paid) }
    for adjustment in providerAdjustments { total = sums.subtract(total, adjustment.amount) }
    return sums.hasOverflow ? nil : total
  }
}
