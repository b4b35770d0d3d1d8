/// Checks of the names and addresses in a claim.
extension ClaimEdit {
  func providerNumbers(_ claim: Claim837P) -> [ClaimEditFinding] {
    claim.placedParties.compactMap { placed in
      let name = placed.party.name
      guard name.idQualifier == "XX", !NationalProviderIdentifier.isValid(name.id) else {
        return nil
      }
      return finding(
        loop: placed.loop, element: "NM109", line: placed.line,
        "\(name.id) is no NPI: its check digit does not fit")
    }
  }

  /// NM103 is required of every party that a claim names.
  func names(_ claim: Claim837P) -> [ClaimEditFinding] {
    claim.placedParties.compactMap { placed in
      guard placed.loop != "2010BB", placed.loop != "2330B",
        PlainCapitals.text(placed.party.name.last).isEmpty
      else { return nil }
      return finding(
        loop: placed.loop, element: "NM103", line: placed.line,
        "the name is missing, or has no letter that can be sent")
    }
  }

  func states(_ claim: Claim837P) -> [ClaimEditFinding] {
    claim.placedParties.compactMap { placed in
      guard let address = placed.domesticAddress, !Self.states.contains(address.state) else {
        return nil
      }
      return finding(
        loop: placed.loop, element: "N402", line: placed.line,
        address.state.isEmpty ? "state is missing" : "\(address.state) is no state")
    }
  }

  func zips(_ claim: Claim837P) -> [ClaimEditFinding] {
    claim.placedParties.compactMap { placed in
      guard let address = placed.domesticAddress else { return nil }
      let zip = address.zip
      let isDigits = zip.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      // Loops 2010AA, 2310C and 2420C must have all nine digits (005010X222A1).
      let needsNine = ["2010AA", "2310C", "2420C"].contains(placed.loop)
      let counts: Set<Int> = needsNine ? [9] : [5, 9]
      guard !isDigits || !counts.contains(zip.utf8.count) else { return nil }
      return finding(
        loop: placed.loop, element: "N403", line: placed.line,
        "ZIP \(zip) must have \(needsNine ? "nine" : "five or nine") digits")
    }
  }

  /// States, the District of Columbia, territories, freely associated states, and military mail.
  private static let states: Set<String> = [
    "AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN",
    "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH", "NJ",
    "NM", "NV", "NY", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA",
    "WI", "WV", "WY", "AS", "GU", "MP", "PR", "VI", "FM", "MH", "PW", "AA", "AE", "AP",
  ]
}

/// A party with the loop in which it stands.
struct PlacedParty837P {
  var loop: String
  var line: Int?
  var party: X12Party

  /// The address, when it is in the United States and says at least a city, state or ZIP.
  var domesticAddress: X12Address? {
    guard let address = party.address, address.hasPlace,
      address.country.isEmpty || address.country == "US"
    else { return nil }
    return address
  }
}

extension Claim837P {
  /// Every party of the claim with its loop.
  var placedParties: [PlacedParty837P] {
    var parties = [PlacedParty837P(loop: "2010AA", party: billing.party)]
    if let payTo = billing.payTo { parties.append(PlacedParty837P(loop: "2010AB", party: payTo)) }
    parties.append(PlacedParty837P(loop: "2010BA", party: subscriber.party))
    parties.append(PlacedParty837P(loop: "2010BB", party: payer))
    if let patient { parties.append(PlacedParty837P(loop: "2010CA", party: patient.party)) }
    let claimLoops = ["DN": "A", "P3": "A", "82": "B", "77": "C", "DQ": "D", "PW": "E", "45": "F"]
    for provider in providers {
      let loop = "2310" + (claimLoops[provider.name.entity] ?? "")
      parties.append(PlacedParty837P(loop: loop, party: provider))
    }
    for other in otherPayers {
      parties.append(PlacedParty837P(loop: "2330A", party: other.subscriber))
      parties.append(PlacedParty837P(loop: "2330B", party: other.payer))
    }
    let lineLoops = [
      "82": "A", "QB": "B", "77": "C", "DQ": "D", "DK": "E", "DN": "F", "P3": "F", "PW": "G",
      "45": "H",
    ]
    for (index, line) in lines.enumerated() {
      for provider in line.providers {
        let loop = "2420" + (lineLoops[provider.name.entity] ?? "")
        parties.append(PlacedParty837P(loop: loop, line: index + 1, party: provider))
      }
    }
    return parties
  }
}
