/// States and territories by name, for exports that write them out.
enum StateNames {
  /// The two letters of a state; nil where it is none.
  static func code(_ name: String) -> String? { codes[OrderColumns.plain(name)] }

  private static let codes: [String: String] = Dictionary(
    uniqueKeysWithValues: names.split(separator: "\n").map { line in
      (OrderColumns.plain(String(line.dropFirst(3))), String(line.prefix(2)))
    })

  private static let names = """
    AL Alabama
    AK Alaska
    AZ Arizona
    AR Arkansas
    CA California
    CO Colorado
    CT Connecticut
    DE Delaware
    DC District of Columbia
    FL Florida
    GA Georgia
    HI Hawaii
    ID Idaho
    IL Illinois
    IN Indiana
    IA Iowa
    KS Kansas
    KY Kentucky
    LA Louisiana
    ME Maine
    MD Maryland
    MA Massachusetts
    MI Michigan
    MN Minnesota
    MS Mississippi
    MO Missouri
    MT Montana
    NE Nebraska
    NV Nevada
    NH New Hampshire
    NJ New Jersey
    NM New Mexico
    NY New York
    NC North Carolina
    ND North Dakota
    OH Ohio
    OK Oklahoma
    OR Oregon
    PA Pennsylvania
    RI Rhode Island
    SC South Carolina
    SD South Dakota
    TN Tennessee
    TX Texas
    UT Utah
    VT Vermont
    VA Virginia
    WA Washington
    WV West Virginia
    WI Wisconsin
    WY Wyoming
    PR Puerto Rico
    VI Virgin Islands
    GU Guam
    AS American Samoa
    MP Northern Mariana Islands
    """
}
