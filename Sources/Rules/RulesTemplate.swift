/// A commented rules file for an office to fill in.
package enum RulesTemplate {
  /// TOML in which every row is a comment, so that it changes nothing as it stands.
  package static let text = """
    # Rules of this office, laid over the shipped ones.
    #
    # A row with the name of a shipped row changes only the keys it gives; other rows are added;
    # `disabled = true` removes one. `docket rules show` lists what is in force, and
    # `docket rules check` says what is wrong, ran out or was never verified.

    # A contract with a longer filing limit than the default:
    #
    # [[deadline]]
    # id = "aetna-initial"
    # count = 180
    # source = "our contract of 2026, section 4.2"
    # confidence = "high"

    # A plan that the shipped rules do not know, and how to recognize it in files:
    #
    # [[payer]]
    # id = "lakeside"
    # identifiers = ["LKS01"]
    # name-words = ["LAKESIDE", "HEALTH"]
    # family = "commercial"
    # key = "lakeside"
    #
    # [[deadline]]
    # id = "lakeside-initial"
    # kind = "initial-claim"      # corrected-claim, secondary-claim, reopening, dispute, appeal-1
    #                             # to appeal-5, dismissal, document-request, refund
    # family = "commercial"
    # payer = "lakeside"
    # count = 120
    # unit = "days"               # days, business-days, months, years, year-ends
    # clock = "service-from"      # service-from, service-through, primary-remittance, remittance,
    #                             # notice, identified, letter
    # from = "2026-01-01"         # clock dates for which the row is in force
    # source = "our contract of 2026"
    # confidence = "high"         # high, medium, low, unverified

    # What to do about a denial, for one kind of payer:
    #
    # [[playbook]]
    # carc = "197"
    # families = ["commercial"]   # leave it out for all; groups = ["PR"] narrows it to a group code
    # meaning = "no authorization or notification"
    # do = ["APL", "WO"]          # NEW REP RO APL NXT PAT WO DOC ELG AUTH VFY POST RFD RTE
    # clock = "AP"                # TF timely filing, AP appeal, both, none

    # Follow-up with a kind of payer, in days:
    #
    # [[follow-up]]
    # family = "medicare-dme"
    # first = 18

    # A write-off reason and its limit in dollars:
    #
    # [[write-off]]
    # code = "SMALL"
    # limit = "5.00"

    # The office as its claims name it, and where its batches go; nothing can be sent before:
    #
    # [supplier]
    # name = "LAKESIDE MEDICAL EQUIPMENT"
    # npi = "1234567893"
    # tax-id = "00-0000000"
    # taxonomy = "332B00000X"     # 332BX2000X for oxygen, 335E00000X for prosthetics and orthotics
    # street = "1 EXAMPLE WAY"    # where the office is, no post office box
    # city = "COLUMBUS"
    # state = "OH"
    # zip = "43004-0001"          # all nine digits
    # contact = "BILLING OFFICE"
    # phone = "555-010-0199"
    # submitter-id = "SUB0001"
    # test = true                 # until the clearinghouse says that production may begin
    # accredited = ["CR", "IN"]   # payment categories; leave it out for all
    #
    # [[clearinghouse]]
    # name = "CEDI"
    # receiver-id = "RCV0001"
    # families = ["medicare-dme"] # leave it out for all the others

    # What is known of a HCPCS code; give the `from` of the shipped row where it has one:
    #
    # [[item]]
    # code = "E0470"
    # authorization = ["commercial"]
    # documents = ["sleep-study"]

    # What a payer allows, in dollars:
    #
    # [[allowable]]
    # code = "A7030"
    # family = "commercial"       # and state = "OH", from = "2026-01-01", through = "2026-12-31"
    # nu = "105.00"               # ue, rr, kj (rent of month 4 and later), ms, amount

    # What a heading of your export of orders means; docket order map FILE proposes these rows:
    #
    # [[order-column]]
    # heading = "Sales Order ID"
    # column = "order_number"     # docket order template prints the columns; "none" is not read

    # The columns of the bank's own table of deposits, by their headings; amounts below zero are no
    # deposits, and words of the column "form" stand for forms of payment:
    #
    # [[bank-table]]
    # name = "Lakeside Bank"
    # date = "Posting Date"
    # amount = "Amount"
    # payer = "Description"
    # reference = "Check or Trace"
    # form = "Type"
    # ach = ["ACH_CREDIT"]        # and check, lockbox, card, cash, wire
    # usual-form = "check"

    # [settings]
    # defer-margin-days = 5
    # manual-hold-days = 14
    """ + "\n"
}
