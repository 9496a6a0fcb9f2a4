import Foundation
import Testing

/// The real `govreport`, run as a person runs it.
struct Tool {
  let status: Int32
  let output: String
  let errors: String

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let rules = root.appending(path: "Rules").path
  static func sample(_ name: String) -> String { root.appending(path: "Tests/Samples/\(name)").path }

  /// Beside the test bundle, where the build has put it.
  private static let program: URL = {
    if let path = ProcessInfo.processInfo.environment["GOVREPORT"] { return URL(filePath: path) }
    return URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "govreport")
  }()

  init(_ arguments: String..., input: [UInt8] = []) throws { try self.init(arguments, input: input) }

  init(_ arguments: [String], input: [UInt8] = []) throws {
    let process = Process()
    process.executableURL =
      FileManager.default.isExecutableFile(atPath: Self.program.path)
      ? Self.program : Self.ofBuildTree
    process.arguments = arguments
    let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = standardError
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: input)
    try standardInput.fileHandleForWriting.close()
    self.output = String(
      decoding: try standardOutput.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    self.errors = String(
      decoding: try standardError.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    self.status = process.terminationStatus
  }

  /// The test runner may be a helper of the toolchain: then the build tree is asked.
  private static let ofBuildTree: URL = {
    let folders = ["release", "debug"].map { root.appending(path: ".build/\($0)/govreport") }
    return folders.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? folders[0]
  }()

  func json() throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }
}
