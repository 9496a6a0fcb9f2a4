import Glibc
import ReportFixtures
import Testing

/// What the fuzzer begins with, and all that it ever found, once more. `RECORD_FUZZ_SEEDS=1` writes the
/// seeds anew.
@Suite struct FuzzReplayTests {
  @Test(arguments: FuzzFiles.folders) func everyFileIsSoundOrRefused(folder: FuzzFiles.Folder) throws {
    let target = try #require(FuzzTarget(rawValue: folder.target), "\(folder.path) is of no target")
    let names = try FuzzFiles.names(folder.path)
    #expect(!names.isEmpty, "\(folder.path) is empty")
    for name in names {
      let bytes = try FuzzFiles.bytes(folder.path + "/" + name)
      #expect(target.faults(bytes) == [], "\(folder.path)/\(name)")
    }
  }

  @Test(arguments: FuzzTarget.allCases) func everyTargetHasSeeds(target: FuzzTarget) {
    #expect(FuzzFiles.folders.contains { $0.target == target.rawValue && $0.kind == "Seeds" })
  }

  /// A seed that is refused at the door teaches the fuzzer nothing.
  @Test(arguments: FuzzTarget.allCases) func seedsAreReadAsReports(target: FuzzTarget) throws {
    let folder = FuzzFiles.root + "/Seeds/" + target.rawValue
    let reports = try FuzzFiles.names(folder).filter { $0.hasPrefix("report") }
    #expect(!reports.isEmpty, "\(folder) has no report")
    for name in reports {
      #expect(target.cellsRead(try FuzzFiles.bytes(folder + "/" + name)) > 100, "\(folder)/\(name)")
    }
  }

  @Test(.enabled(if: getenv("RECORD_FUZZ_SEEDS") != nil)) func record() throws {
    for target in FuzzTarget.allCases {
      for (name, bytes) in FuzzSeeds.of(target) {
        try FuzzFiles.write(bytes, FuzzFiles.root + "/Seeds/\(target)/\(name)")
      }
    }
  }
}
