import FileAccess
import Inspection
import SystemPackage

/// One file to be read, or standard input as `-`: a report, or a ZIP of reports.
struct Input: Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  func examine(
    with inspector: Inspector, _ archive: (any ReportArchive)? = nil
  ) -> Result<[Examination], InputFailure> {
    if path == "-" {
      return .success(
        inspector.examineAll(Standard.readAll(limit: Inspector.sizeLimit), file: "-", archive: archive))
    }
    do throws(FileFailure) {
      let contents = try NamedFile.read(FilePath(path), limit: Inspector.sizeLimit)
      return .success(inspector.examineAll(contents.bytes, file: path, archive: archive))
    } catch {
      return .failure(InputFailure(description: "govreport: \(error)"))
    }
  }
}

/// A file that could not be opened or read.
struct InputFailure: Error, CustomStringConvertible {
  let description: String
}

/// All reports that a command line names.
struct Inputs {
  private(set) var all: [Input] = []
  /// What could not be looked into, one line each.
  private(set) var failures: [String] = []

  init(_ paths: [String], list: String?) throws {
    for path in paths + (try list.map(Self.read) ?? []) { add(path) }
  }

  private mutating func add(_ path: String) {
    guard path != "-" else { return all.append(Input(path)) }
    do throws(FileFailure) {
      guard try NamedFile.status(FilePath(path)).kind == .folder else { return all.append(Input(path)) }
      let walk = FolderWalk(FilePath(path))
      all += walk.files.map { Input($0.string) }
      failures += walk.failures.map { "govreport: \($0)" }
    } catch {
      failures.append("govreport: \(error)")
    }
  }

  private static func read(_ list: String) throws -> [String] {
    let bytes =
      list == "-"
      ? Standard.readAll(limit: 64 << 20) : try NamedFile.read(FilePath(list), limit: 64 << 20).bytes
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
