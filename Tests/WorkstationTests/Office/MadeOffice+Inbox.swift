import Billing
import Desk
import Foundation

@testable import TestSupport

/// The files that lie in the inbox of a made-up office, and their names as its people say them.
extension MadeOffice {
  /// Where a file that is named on the screen lies on the disk; the inbox is filled at the first use.
  func path(_ name: String) -> String {
    let inbox = folder + "/inbox"
    if !FileManager.default.fileExists(atPath: inbox) {
      try? FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
      for file in Self.arrived {
        try? Scratch.write(file.bytes, to: folder + "/inbox/" + file.name)
      }
    }
    return folder + "/" + name
  }

  /// Reports with the names that its people know.
  func named(_ reports: [ImportReport]) -> [ImportReport] {
    reports.map { report in
      var report = report
      report.path = report.path.replacing(folder + "/", with: "")
      return report
    }
  }

  /// A remittance in which one amount cannot be read, and a bank file.
  private static let arrived: [(name: String, bytes: [UInt8])] = {
    let text = String(
      decoding: SampleFiles.remittances(
        [
          SampleRemittance(
            trace: "0012346001",
            claims: [
              MadePatient.ivy.bill("26462900", "E0471:RR:KX", 98_765, on: "20261005").answer(
                "2609900012001", paid: 39_200, share: 9800, cas: ["CO*45*497.65", "PR*2*98"]),
              MadePatient.terry.bill("26463999", "E0260:RR:KX", 18_900, on: "20261101").answer(
                "2609900012002", paid: 10_000, cas: ["CO*45*89"]),
            ], date: today.ccyymmdd)
        ], interchange: 990), as: UTF8.self)
    return [
      (
        "ERA-1121.835",
        Array(text.replacing("CLP*26463999*1*189*", with: "CLP*26463999*1*12A.00*").utf8)
      ),
      (
        // Two payments of November 18, one of which a remittance announced.
        "BANK-1118.bai",
        SampleFiles.bank(
          [
            SampleCredit(
              cents: 122_790, text: "MEDICARE DMAC C HCCLAIMPMT", trace: "0012345678",
              originator: ""),
            SampleCredit(cents: 9999, text: "MADE UP HEALTH HCCLAIMPMT", trace: "X77"),
          ], day: "261118")
      ),
    ]
  }()
}
