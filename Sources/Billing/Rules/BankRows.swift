/// What a type code of a BAI2 file stands for.
package struct BankCode: Equatable, Sendable {
  /// Three digits.
  package var code: String
  /// Nil where it is no deposit of a payer or a patient.
  package var form: DepositForm?
  /// Codes of the single items that the bank may list beside a total of this code.
  package var items: [String]

  package init(code: String, form: DepositForm?, items: [String] = []) {
    self.code = code
    self.form = form
    self.items = items
  }
}

/// Which columns of a bank's table say what; a heading that is empty is not there.
package struct BankColumns: Equatable, Sendable {
  package var name: String
  package var date: String
  /// Credits, and debits below zero, in one column.
  package var amount: String
  package var payer: String
  package var reference: String
  package var form: String
  package var account: String
  package var memo: String
  /// Words of the column `form` in capitals, with what they stand for.
  package var forms: [String: DepositForm]
  /// What it is where no word says it.
  package var usualForm: DepositForm

  package init(
    name: String, date: String, amount: String, payer: String, reference: String = "",
    form: String = "", account: String = "", memo: String = "", forms: [String: DepositForm] = [:],
    usualForm: DepositForm = .other
  ) {
    self.name = name
    self.date = date
    self.amount = amount
    self.payer = payer
    self.reference = reference
    self.form = form
    self.account = account
    self.memo = memo
    self.forms = forms
    self.usualForm = usualForm
  }

  /// The headings that a table must have.
  package var headings: [String] {
    [date, amount, payer, reference, form, account, memo].filter { !$0.isEmpty }
  }
}
