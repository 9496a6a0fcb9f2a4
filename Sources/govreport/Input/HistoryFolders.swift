import FileAccess
import Inspection
import SystemPackage

/// The earlier reports that `--history` names, read once and kept by agency.
struct HistoryFolders: ReportArchive {
  private let records: [String: [ReportRecord]]
  /// What cannot serve, and why, one line each.
  let failures: [String]

  /// - Parameter folders: each is walked.
  init(_ folders: [String], jobs: Int?) throws {
    let inputs = try Inputs(folders, list: nil)
    var found: [ReportRecord] = []
    var failures = inputs.failures
    Batch(inputs.all, jobs: jobs).run(Self.read) { result in
      switch result {
      case .success(let record): found.append(record)
      case .failure(let failure): failures.append(failure.description)
      }
    }
    // Nothing says which of a year's reports came last; by name, 更正版 mostly sorts behind.
    self.records = Dictionary(grouping: found.reversed(), by: \.agency)
    self.failures = failures
  }

  func records(agency: String) -> [ReportRecord] { records[agency] ?? [] }

  private static func read(_ input: Input) -> Result<ReportRecord, InputFailure> {
    do throws(FileFailure) {
      let contents = try NamedFile.read(FilePath(input.path), limit: Inspector.sizeLimit)
      return record(contents.bytes, input.path)
    } catch {
      return .failure(InputFailure(description: "govreport: \(error)，不用于对照"))
    }
  }

  private static func record(_ bytes: [UInt8], _ path: String) -> Result<ReportRecord, InputFailure> {
    let name = VisibleBytes.text(FilePath(path))
    do throws(Rejection) {
      if let record = try ReportRecord.read(bytes, file: path) { return .success(record) }
      return .failure(InputFailure(description: "govreport: \(name)：没有读出机关或年份，不用于对照"))
    } catch {
      return .failure(InputFailure(description: "govreport: \(name)：\(error.message)，不用于对照"))
    }
  }
}
