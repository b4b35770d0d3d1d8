import Glibc
import Testing

@testable import CursesTerminal

/// What a crash may leave behind.
@Suite struct ProcessSafetyTests {
  @Test func coreDumpsAreOffEvenWhenTheSystemPipesThem() async {
    await #expect(processExitsWith: .exitCode(7)) {
      let isOff = ProcessSafety.switchCoreDumpsOff()
      var limit = rlimit()
      _ = unsafe getrlimit(__rlimit_resource_t(4), &limit)
      // A limit of one byte is what stops a piped dump, see core(5).
      exit(isOff && limit.rlim_cur <= 1 && limit.rlim_max <= 1 ? 7 : 1)
    }
  }

  @Test func reportsHoldNoRegistersNoMemoryAndAskNothing() {
    let setting = ProcessSafety.backtraceSetting(folder: "/var/lib/docket/crash")
    let parts = setting.split(separator: ",")
    for part in ["registers=none", "images=none", "interactive=no", "enable=yes", "sanitize=yes"] {
      #expect(parts.contains(Substring(part)))
    }
    #expect(parts.last == "output-to=/var/lib/docket/crash")
  }

  @Test(arguments: ["", "/tmp/a,interactive=yes"])
  func foldersThatTheSettingCannotNameAreRefused(folder: String) {
    #expect(!ProcessSafety.restartWithCrashReports(in: folder))
  }
}
