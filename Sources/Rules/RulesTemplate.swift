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
    #                             # notice, identified
    # from = "2026-01-01"         # clock dates for which the row is in force
    # source = "our contract of 2026"
    # confidence = "high"         # high, medium, low, unverified

    # What to do about a denial, for one kind of payer:
    #
    # [[playbook]]
    # carc = "197"
    # family = "commercial"
    # meaning = "no authorization or notification"
    # do = ["APL", "WO"]          # NEW REP RO APL NXT PAT WO DOC ELG AUTH POST RFD RTE, best first
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

    # [settings]
    # defer-margin-days = 5
    """ + "\n"
}
