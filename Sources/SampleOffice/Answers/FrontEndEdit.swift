/// An edit of a clearinghouse or payer that refuses a claim before anybody judges it.
struct FrontEndEdit: Sendable {
  /// STC01, STC10 and STC11, to be read together: category, status, entity.
  var codes: [(category: String, status: String, entity: String)]
  /// Said of a line; the claim then only points to it (A3:247).
  var isAtLine = false
  /// STC12.
  var text = ""
  var weight: Int

  /// Edits of the clearinghouse for Medicare's DME contractors (domain reference 4.4).
  static let medicareClearinghouse = [
    FrontEndEdit(codes: [("A7", "507", "")], isAtLine: true, weight: 30),
    FrontEndEdit(codes: [("A8", "562", "85"), ("A8", "128", "85")], weight: 8),
    FrontEndEdit(codes: [("A7", "164", "IL")], weight: 22),
    FrontEndEdit(codes: [("A7", "453", "")], isAtLine: true, weight: 12),
    FrontEndEdit(codes: [("A8", "496", "85")], weight: 4),
    FrontEndEdit(codes: [("A7", "562", "DK")], isAtLine: true, weight: 12),
    FrontEndEdit(codes: [("A7", "698", "")], isAtLine: true, weight: 3),
    FrontEndEdit(codes: [("A6", "306", "")], isAtLine: true, weight: 6),
    FrontEndEdit(codes: [("A7", "255", "")], weight: 6),
    FrontEndEdit(codes: [("A7", "187", "")], isAtLine: true, weight: 3),
  ]

  /// Edits of Medicare's DME contractors.
  static let medicarePayer = [
    FrontEndEdit(codes: [("A7", "164", "IL")], weight: 25),
    FrontEndEdit(codes: [("A3", "33", "IL")], weight: 15),
    FrontEndEdit(codes: [("A7", "116", "")], weight: 10),
    FrontEndEdit(codes: [("A3", "54", "")], weight: 8),
    FrontEndEdit(codes: [("A7", "454", "")], isAtLine: true, weight: 12),
  ]

  /// Edits of the clearinghouse for everybody else; it has words of its own.
  static let commercialClearinghouse = [
    FrontEndEdit(
      codes: [("A7", "33", "IL")], text: "SUBSCRIBER NOT FOUND FOR PAYER, VERIFY MEMBER ID",
      weight: 25),
    FrontEndEdit(
      codes: [("A6", "145", "85")], text: "BILLING TAXONOMY REQUIRED BY PAYER", weight: 8),
    FrontEndEdit(
      codes: [("A7", "500", "85")], text: "9 DIGIT ZIP REQUIRED IN 2010AA", weight: 6),
    FrontEndEdit(codes: [("A7", "454", "")], isAtLine: true, weight: 12),
    FrontEndEdit(codes: [("A7", "254", "")], text: "PRINCIPAL DX INVALID FOR DOS", weight: 10),
    FrontEndEdit(codes: [("A6", "252", "")], text: "PRIOR AUTHORIZATION REQUIRED", weight: 14),
    FrontEndEdit(codes: [("A7", "218", "")], isAtLine: true, weight: 4),
    FrontEndEdit(codes: [("A8", "400", "")], weight: 5),
  ]

  /// Edits of payers other than Medicare.
  static let commercialPayer = [
    FrontEndEdit(codes: [("A3", "26", "QC")], text: "PATIENT NOT ON FILE", weight: 20),
    FrontEndEdit(codes: [("A7", "88", "QC")], text: "NOT ELIGIBLE ON DATE OF SERVICE", weight: 20),
    FrontEndEdit(codes: [("A7", "116", "")], text: "SUBMIT TO CORRECT PAYER", weight: 10),
    FrontEndEdit(codes: [("A7", "96", "85")], text: "PROVIDER NOT CONTRACTED", weight: 5),
    FrontEndEdit(
      codes: [("A7", "732", "")], text: "SEE PAYER BILLING GUIDELINES FOR DME RENTALS", weight: 8),
    FrontEndEdit(codes: [("A3", "78", "")], weight: 8),
  ]

  static func edits(of payer: SamplePayer, atPayer: Bool) -> [FrontEndEdit] {
    switch (payer.isMedicare, atPayer) {
    case (true, false): medicareClearinghouse
    case (true, true): medicarePayer
    case (false, false): commercialClearinghouse
    case (false, true): commercialPayer
    }
  }
}
