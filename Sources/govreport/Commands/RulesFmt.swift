import ArgumentParser
import FileAccess
import Glibc
import Inspection
import SystemPackage

/// `govreport rules fmt`
struct RulesFmt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Lay out rule files in the canonical way; comments and words stay.",
    discussion: """
      Files are rewritten in place; one that cannot be read as rules is left alone. With --check nothing is
      written, and the exit status is 1 when a file is laid out otherwise.
      """)

  @Flag(help: "Only tell which files are laid out otherwise.")
  var check = false

  @Argument(help: ArgumentHelp("Folders of rules, or rule files.", valueName: "path"))
  var paths: [String]

  func run() throws {
    var changed = 0
    var failed = 0
    for file in try paths.flatMap(Self.files) {
      do {
        let laidOut = try RuleLayout.format(file)
        guard laidOut.bytes != file.bytes else { continue }
        changed += 1
        Standard.write((check ? "排版不同  " : "已排版  ") + file.name + "\n")
        if !check { try Self.write(laidOut) }
      } catch let errors as RuleErrors {
        failed += 1
        Standard.complain(errors.rendered.joined(separator: "\n\n"))
      }
    }
    if failed > 0 || check && changed > 0 { throw ExitCode(1) }
  }

  /// Named by the paths that they are found under.
  private static func files(_ path: String) throws -> [RuleSource] {
    do throws(FileFailure) {
      if path.hasSuffix(".rules") {
        let contents = try NamedFile.read(FilePath(path), limit: RuleFiles.sizeLimit)
        return [RuleSource(name: path, bytes: contents.bytes)]
      }
      let folder = FilePath(path)
      return try RuleFiles(folder).files.filter { $0.name.hasSuffix(".rules") }.map { file in
        RuleSource(name: folder.appending(file.name).string, bytes: file.bytes)
      }
    } catch {
      Standard.complain("govreport: \(error)")
      throw ExitCode(1)
    }
  }

  /// Beside the file first, then in its place: a full disk leaves the old one.
  private static func write(_ file: RuleSource) throws {
    let path = FilePath(file.name)
    let fresh = FilePath(file.name + "~")
    do {
      let descriptor = try FileDescriptor.open(
        fresh, .writeOnly, options: [.create, .truncate],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      try descriptor.closeAfter { _ = try descriptor.writeAll(file.bytes) }
      guard Glibc.rename(fresh.string, path.string) == 0 else { throw Errno(rawValue: errno) }
    } catch let error as Errno {
      Standard.complain("govreport: \(VisibleBytes.text(path))：\(error)")
      throw ExitCode(1)
    }
  }
}
