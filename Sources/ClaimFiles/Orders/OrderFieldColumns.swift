import Billing

/// The columns of which there is one: order, patient, prescriber, papers, and the item of the row.
enum OrderFieldColumns {
  static let identity: [OrderColumn] = [
    of(
      .orderNumber, "order_number",
      "Number of the order where it was entered; rows of one order"
        + " stand together", "SAMPLE-1001", .required, longest: 30,
      [
        "order", "order no", "order id", "order #", "sales order", "sales order number",
        "so number", "sales order id", "so id",
        "ticket", "ticket number", "ticket no", "delivery ticket", "work order",
      ]),
    of(
      .accountNumber, "account_number", "The patient's account where the order was entered",
      "ACCT-1", longest: 38,
      [
        "account", "account no", "acct", "acct no", "acct #", "patient id", "patient number",
        "patient account", "patient account number", "patient no", "mrn", "chart number",
      ]),
    of(
      .patientLastName, "patient_last_name", "Last name as on the member card", "ZZTEST",
      .required, longest: 60, ["last name", "patient last", "pt last name", "lname", "surname"]),
    of(
      .patientFirstName, "patient_first_name", "First name as on the member card", "EXAMPLE",
      .required, longest: 35, ["first name", "patient first", "pt first name", "fname"]),
    of(
      .patientName, "patient_name",
      "Last name, a comma and the first name, instead of the two columns before it", "",
      longest: 96,
      ["patient", "patient full name", "pt name", "name", "client name", "customer name"]),
    of(
      .birthDate, "patient_birth_date", "Birth date", "1950-01-31", .required, longest: 40,
      [
        "birth date", "birthdate", "date of birth", "dob", "patient dob", "patient date of birth",
        "pt dob",
      ]),
    of(
      .sex, "patient_sex", "M, F or U", "F", .wanted, longest: 10,
      ["sex", "gender", "patient gender", "pt sex"]),
    of(
      .street, "patient_address", "Street and number where the patient lives", "1 Sample Street",
      .wanted, longest: 55, isFreeText: true,
      [
        "address", "street", "address 1", "address line 1", "patient street", "patient address 1",
        "patient address line 1", "addr1",
      ]),
    of(
      .street2, "patient_address_2", "Apartment, floor", "", longest: 55, isFreeText: true,
      ["address 2", "address line 2", "patient address line 2", "street 2", "addr2"]),
    of(
      .city, "patient_city", "City", "Springfield", .wanted, longest: 30, ["city"]),
    of(
      .state, "patient_state", "State, two letters or its name", "PA", .wanted, longest: 30,
      ["state", "patient st", "st"]),
    of(
      .zip, "patient_zip", "Five or nine digits", "17000", .wanted, longest: 11,
      ["zip", "zip code", "postal code", "patient zip code", "patient postal code"]),
    of(
      .phone, "patient_phone", "Telephone with area code", "555-555-0100", longest: 30,
      ["phone", "patient phone number", "home phone", "telephone", "phone number"]),
  ]

  static let order: [OrderColumn] = [
    of(
      .prescriberNPI, "prescriber_npi", "NPI of the practitioner who ordered", "1234567893",
      .wanted, longest: 15,
      [
        "npi", "physician npi", "doctor npi", "ordering npi", "ordering provider npi",
        "ordering physician npi", "provider npi", "referring npi",
      ]),
    of(
      .prescriberLastName, "prescriber_last_name", "Last name", "MADEUP", .wanted, longest: 60,
      [
        "prescriber last", "physician last name", "doctor last name", "ordering last name",
        "ordering provider last name", "ordering physician last name",
      ]),
    of(
      .prescriberFirstName, "prescriber_first_name", "First name", "DOCTOR", longest: 35,
      [
        "prescriber first", "physician first name", "doctor first name", "ordering first name",
        "ordering provider first name", "ordering physician first name",
      ]),
    of(
      .prescriberPhone, "prescriber_phone", "Telephone", "555-555-0101", longest: 30,
      ["physician phone", "doctor phone", "ordering provider phone"]),
    of(
      .prescriberFax, "prescriber_fax", "Fax", "555-555-0102", longest: 30,
      ["physician fax", "doctor fax", "ordering provider fax"]),
    of(
      .prescriberEnrolled, "prescriber_enrolled",
      "Whether Medicare lists them as one who may order"
        + " (PECOS): yes or no; empty where nobody looked", "yes", longest: 10,
      ["pecos", "pecos enrolled", "enrolled"]),
    of(
      .diagnoses, "diagnoses",
      "ICD-10-CM codes, the principal one first, with blanks or |"
        + " between them; at most 12; words behind a code and \" - \" are left out", "G47.33",
      .wanted,
      longest: 600,
      [
        "diagnosis", "dx", "icd10", "icd-10", "icd", "diagnosis codes", "diagnosis code",
        "dx codes", "icd10 codes",
      ]),
    diagnosis(.diagnosis1, 1), diagnosis(.diagnosis2, 2), diagnosis(.diagnosis3, 3),
    diagnosis(.diagnosis4, 4),
    of(
      .orderedOn, "ordered", "Date of the prescription", "2026-01-05", .wanted, longest: 40,
      ["ordered on", "order date", "date ordered", "prescription date", "rx date"]),
    of(
      .deliveredOn, "delivered", "Date on which the patient received the items", "2026-01-12",
      .wanted, longest: 40,
      [
        "delivered on", "delivery date", "date delivered", "dos", "date of service",
        "service date", "actual delivery date",
      ]),
    of(
      .shippedOn, "shipped", "Date on which they were handed to the carrier", "", longest: 40,
      ["shipped on", "ship date", "shipping date", "date shipped"]),
    of(
      .method, "method",
      "in-person, shipped or picked-up; empty: shipped where there is a ship"
        + " date, else in-person", "in-person", longest: 20,
      ["delivery method", "ship method", "shipping method", "delivery type"]),
    of(
      .tracking, "tracking", "The carrier's tracking number", "", longest: 50,
      ["tracking number", "tracking no", "tracking #"]),
    of(
      .placeOfService, "place_of_service",
      "Two digits: 12 home (also when empty), 31 nursing"
        + " facility, ...", "12", longest: 2, ["pos", "place of service code"]),
    of(
      .writtenOrderDate, "swo_date", "Date of the standard written order", "2026-01-05",
      .wanted, longest: 40,
      ["written order date", "swo", "standard written order date", "dwo date", "cmn date"]),
    of(
      .writtenOrderSigned, "swo_signed", "Date on which it was signed", "2026-01-06",
      .wanted, longest: 40,
      ["swo signed on", "swo signed date", "written order signed", "swo signature date"]),
    of(
      .writtenOrderSigner, "swo_signer", "Who signed it", "DOCTOR MADEUP", .wanted,
      longest: 60, ["swo signed by", "written order signed by"]),
    of(
      .writtenOrderCodes, "swo_codes",
      "HCPCS codes that it names, with blanks between them;"
        + " empty: all of this order", "", longest: 200, ["swo items", "written order codes"]),
    of(
      .proofDate, "pod_date", "Delivery date on the proof of delivery", "2026-01-12", .wanted,
      longest: 40, ["pod", "proof of delivery", "proof of delivery date", "pod signed date"]),
    of(
      .proofSigner, "pod_signer", "Who signed for the delivery", "EXAMPLE ZZTEST", .wanted,
      longest: 60,
      ["pod signed by", "proof of delivery signer", "proof of delivery signed by", "received by"]),
    of(
      .faceToFaceDate, "face_to_face_date", "Date of the face-to-face encounter", "2025-12-20",
      longest: 40, ["face to face", "f2f", "f2f date"]),
    of(
      .sleepStudyDate, "sleep_study_date", "Date of the sleep study", "2025-12-01",
      longest: 40, ["sleep study", "psg date", "sleep test date"]),
    of(
      .stayKind, "stay_kind", "A stay that overlaps: hospital, nursing-facility or hospice", "",
      longest: 30, ["stay", "stay type", "facility stay"]),
    of(
      .stayFrom, "stay_from", "First day of that stay", "", longest: 40,
      ["admission date", "admit date", "stay start"]),
    of(
      .stayThrough, "stay_through", "Last day of that stay, empty while it lasts", "",
      longest: 40, ["discharge date", "stay end"]),
  ]

  static let line: [OrderColumn] = [
    of(
      .lineNumber, "line_number", "Number of the item in the order, from 1; empty: as they stand",
      "1", scope: .line, longest: 6, ["line", "line no", "line #", "item number", "item no"]),
    of(
      .kind, "kind",
      "purchase, rental, supply or service; empty: rental with RR, service with MS,"
        + " supply with days supplied, else purchase", "rental", scope: .line, longest: 20,
      ["line type", "item type", "sale type", "sale or rental", "transaction type", "type"]),
    of(
      .hcpcs, "hcpcs", "HCPCS code, with its modifiers behind it or without", "E0601",
      .required, scope: .line, longest: 24,
      [
        "hcpcs code", "proc code", "procedure", "procedure code", "cpt", "cpt code", "billing code",
        "code", "hcpc", "hcpc code", "bill code",
      ]),
    of(
      .modifiers, "modifiers",
      "Modifiers with blanks between them; KH, KI and KJ are added by"
        + " Docket", "RR KX", scope: .line, longest: 60,
      ["modifier", "mods", "mod", "hcpcs modifiers"]),
    modifier(.modifier1, 1), modifier(.modifier2, 2), modifier(.modifier3, 3),
    modifier(.modifier4, 4),
    of(
      .description, "description", "What it is", "CPAP device, made-up brand", scope: .line,
      longest: 80, isFreeText: true,
      ["item description", "item name", "item", "product", "product description"]),
    of(
      .prescribedQuantity, "prescribed_quantity", "Units on the prescription; empty: as delivered",
      "1", scope: .line, longest: 12,
      [
        "prescribed qty", "ordered quantity", "ordered qty", "qty ordered", "quantity ordered",
        "order qty", "rx quantity",
      ]),
    of(
      .deliveredQuantity, "delivered_quantity", "Units delivered, whole", "1", .required,
      scope: .line, longest: 12,
      [
        "delivered qty", "qty delivered", "quantity delivered", "quantity", "qty", "units",
        "billed units", "bill qty", "qty shipped", "shipped qty",
      ]),
    of(
      .serialNumber, "serial_number", "Serial number of the piece", "XX-0000-0001", scope: .line,
      longest: 50, ["serial", "serial no", "serial #", "serial num", "sn", "lot serial"]),
    of(
      .daysSupplied, "days_supplied", "Days that the supplies last", "", scope: .line, longest: 6,
      ["days supply", "days", "day supply", "supply days"]),
    of(
      .unitCharge, "unit_charge", "Charge for one unit or one month of rent, in dollars", "150.00",
      .required, scope: .line, longest: 20,
      [
        "unit price", "charge", "price", "bill price", "unit charge amount", "charge amount",
        "billed amount", "unit amount",
      ]),
    of(
      .firstRentalMonth, "first_rental_month",
      "Rental month that this order bills first; more than"
        + " 1 where a rental is taken over", "1", scope: .line, longest: 4,
      ["rental month", "rental period", "month number"]),
    of(
      .authorizationNumber, "authorization_number", "Number of the payer's authorization (UTN)", "",
      scope: .line, longest: 50,
      [
        "authorization", "authorization no", "auth", "auth no", "auth number", "auth #",
        "prior auth", "prior auth number", "prior authorization number", "pa number", "utn",
      ]),
    of(
      .authorizationFrom, "authorization_from", "First day it is valid for", "", scope: .line,
      longest: 40, ["auth from", "auth start", "auth start date", "authorization start date"]),
    of(
      .authorizationThrough, "authorization_through", "Last day it is valid for", "", scope: .line,
      longest: 40,
      [
        "auth through", "auth end", "auth end date", "authorization end date",
        "auth expiration", "auth to",
      ]),
    of(
      .authorizationUnits, "authorization_units", "Units or months that it grants", "",
      scope: .line, longest: 12, ["auth units", "auth qty", "authorized units"]),
    of(
      .narrative, "narrative", "Words for the claim line, at most 80 characters", "",
      scope: .line, longest: 80, isFreeText: true,
      ["line narrative", "line note", "note", "notes", "claim note", "nte"]),
    of(
      .diagnosisPointers, "diagnosis_pointers",
      "Which diagnoses this item is for: 1 2; empty: the"
        + " first ones", "1", scope: .line, longest: 20,
      ["dx pointers", "dx pointer", "diagnosis pointer", "pointers"]),
  ]

  private static func diagnosis(_ field: OrderField, _ number: Int) -> OrderColumn {
    let number = String(number)
    return of(
      field, "diagnosis_" + number, "One diagnosis a column, instead of `diagnoses`", "",
      longest: 120,
      [
        "dx " + number, "icd " + number, "icd10 " + number, "icd-10 code " + number,
        "diagnosis code " + number, "dx code " + number,
      ])
  }

  private static func modifier(_ field: OrderField, _ number: Int) -> OrderColumn {
    let number = String(number)
    return of(
      field, "modifier_" + number, "One modifier a column, instead of `modifiers`", "",
      scope: .line, longest: 2, ["mod " + number, "hcpcs modifier " + number, "m" + number])
  }

  private static func of(
    _ field: OrderField, _ name: String, _ meaning: String, _ example: String,
    _ need: OrderColumn.Need = .optional, scope: OrderColumn.Scope = .order, longest: Int,
    isFreeText: Bool = false, _ aliases: [String]
  ) -> OrderColumn {
    OrderColumn(
      key: .field(field), name: name, meaning: meaning, example: example, need: need, scope: scope,
      longest: longest, isFreeText: isFreeText, aliases: aliases)
  }
}
