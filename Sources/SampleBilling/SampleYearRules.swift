import Billing
import SampleOffice

/// The rules file of an office that lives a made-up year: who it is and where its claims go.
package enum SampleYearRules {
  /// In the form of every office's rules file.
  package static let text: String = {
    let supplier = SampleYear.supplier
    var lines = [
      "# A made-up supplier: nobody and nothing here exists.", "", "[supplier]",
      "name = \"\(supplier.name)\"", "npi = \"\(supplier.npi)\"", "tax-id = \"\(supplier.taxID)\"",
      "taxonomy = \"\(supplier.taxonomy)\"", "street = \"\(supplier.address.street)\"",
      "city = \"\(supplier.address.city)\"", "state = \"\(supplier.address.state)\"",
      "zip = \"\(supplier.address.zip)\"", "contact = \"\(supplier.contactName)\"",
      "phone = \"\(supplier.phone)\"", "submitter-id = \"\(supplier.submitterID)\"",
      "test = \(supplier.isTest)",
    ]
    for clearinghouse in supplier.clearinghouses {
      lines += [
        "", "[[clearinghouse]]", "name = \"\(clearinghouse.name)\"",
        "receiver-id = \"\(clearinghouse.receiverID)\"",
      ]
      if !clearinghouse.families.isEmpty {
        let families = clearinghouse.families.map { "\"\($0.rawValue)\"" }
        lines.append("families = [\(families.joined(separator: ", "))]")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()
}
