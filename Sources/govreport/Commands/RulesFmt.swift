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

  @Option(help: "How to print: text or json.")
  var format: RulesFormat = .text

  @Argument(help: ArgumentHelp("Folders of rules, or rule files.", valueName: "path"))
  var paths: [String]

  /// What became of one file.
  private enum Layout {
    case same
    case differs
    case laidOut
    case refused([String])
  }

  func run() throws {
    let files = try paths.flatMap(Self.files)
    let layouts = try files.map { file in (file.name, try layOut(file)) }
    switch format {
    case .text: for (name, layout) in layouts { Self.tell(name, layout) }
    case .json: Standard.write(JSON.array(layouts.map(Self.json)).line + "\n")
    }
    let isWhole = layouts.allSatisfy { _, layout in
      switch layout {
      case .same, .laidOut: true
      case .differs, .refused: false
      }
    }
    if !isWhole { throw ExitCode(1) }
  }

  private func layOut(_ file: RuleSource) throws -> Layout {
    do {
      let laidOut = try RuleLayout.format(file)
      if laidOut.bytes == file.bytes { return .same }
      if check { return .differs }
      try Self.write(laidOut)
      return .laidOut
    } catch let errors as RuleErrors {
      return .refused(errors.rendered)
    }
  }

  private static func tell(_ name: String, _ layout: Layout) {
    switch layout {
    case .same: break
    case .differs: Standard.write("排版不同  \(name)\n")
    case .laidOut: Standard.write("已排版  \(name)\n")
    case .refused(let errors): Standard.complain(errors.joined(separator: "\n\n"))
    }
  }

  private static func json(_ name: String, _ layout: Layout) -> JSON {
    let (word, errors): (String, [String]) =
      switch layout {
      case .same: ("same", [])
      case .differs: ("differs", [])
      case .laidOut: ("laid_out", [])
      case .refused(let errors): ("refused", errors)
      }
    return .object([
      ("file", .string(name)), ("layout", .string(word)), ("errors", .array(errors.map(JSON.string))),
    ])
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
