import Billing

// What banks say of money.
extension RuleRow {
  func bankCode() throws(RulesError) -> BankCode {
    let code = try text("code")
    guard code.wholeMatch(of: /[0-9]{3}/) != nil else {
      throw error("code", "\"\(code)\" is no type code", "write three digits in quotes")
    }
    return BankCode(
      code: code, form: try optionalChoice("form", of: DepositForm.allCases),
      items: try list("items", default: []))
  }

  func bankColumns() throws(RulesError) -> BankColumns {
    var forms: [String: DepositForm] = [:]
    for form in DepositForm.allCases {
      for word in try list(form.rawValue, default: []) {
        guard forms.updateValue(form, forKey: word.uppercased()) == nil else {
          throw error(form.rawValue, "\"\(word)\" stands for two forms", "leave one of them out")
        }
      }
    }
    let columns = BankColumns(
      name: try text("name"), date: try text("date"), amount: try text("amount"),
      payer: try text("payer"), reference: try text("reference", default: ""),
      form: try text("form", default: ""), account: try text("account", default: ""),
      memo: try text("memo", default: ""), forms: forms,
      usualForm: try choice("usual-form", of: DepositForm.allCases, default: .other))
    if let blank = ["date", "amount", "payer"].first(where: { values[$0] == .text("") }) {
      throw error(blank, "is empty", "write the heading of the column")
    }
    if !forms.isEmpty, columns.form.isEmpty {
      throw error("form", "is missing", "name the column whose words are listed")
    }
    return columns
  }
}

extension RulesListing {
  static func bank(_ book: RuleBook) -> [Row] {
    book.bankCodes.values.sorted { $0.code < $1.code }.map { row in
      let items = row.items.isEmpty ? "" : ", items " + row.items.joined(separator: " ")
      return Row(
        section: "bank-code", key: row.code, text: (row.form?.rawValue ?? "no deposit") + items)
    }
      + book.bankColumns.map { row in
        Row(
          section: "bank-table", key: row.name,
          text: "headings " + row.headings.joined(separator: ", "))
      }
  }
}
