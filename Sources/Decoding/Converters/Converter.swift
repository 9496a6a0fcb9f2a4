import Glibc

/// A program that turns a file of one format into text: it reads standard input, writes standard output, and
/// is trusted with nothing else.
public struct Converter: Sendable, Hashable {
  /// An absolute path.
  public var program: String
  public var arguments: [String]
  /// The package that brings the program, to be named when it is missing.
  public var package: String
  public var budget: ConverterBudget

  public init(program: String, arguments: [String], package: String, budget: ConverterBudget = .standard) {
    self.program = program
    self.arguments = arguments
    self.package = package
    self.budget = budget
  }

  /// What the program made of the bytes. Whatever it does, this process goes on unharmed.
  func convert(_ bytes: [UInt8]) throws(DecodingFailure) -> [UInt8] {
    guard access(program, X_OK) == 0 else { throw .converterMissing(program: name, package: package) }
    let result: ChildProcess.Result
    do throws(ChildProcess.Failure) {
      result = try ChildProcess.run(self, input: bytes)
    } catch {
      throw failure(error)
    }
    guard result.status == .exited(0) else { throw .converterFailed(program: name, complaint(result)) }
    return result.output
  }

  /// The program without its folder.
  var name: String { program.split(separator: "/").last.map(String.init) ?? program }

  private func failure(_ failure: ChildProcess.Failure) -> DecodingFailure {
    switch failure {
    case .notStarted(ENOENT), .notStarted(EACCES), .notStarted(ENOEXEC):
      .converterMissing(program: name, package: package)
    case .notStarted(let errno): .converterFailed(program: name, .notStarted(errno: errno))
    case .timedOut: .converterFailed(program: name, .timedOut(seconds: budget.seconds))
    case .flooded: .converterFailed(program: name, .flooded(limit: budget.output))
    }
  }

  private func complaint(_ result: ChildProcess.Result) -> ConverterComplaint {
    switch result.status {
    case .exited(let code): .refused(status: Int(code), message: Self.firstLine(result.errors))
    case .killed(let signal): .crashed(signal: Int(signal))
    }
  }

  /// What the program said, fit for a message: one line, no control characters, not long.
  private static func firstLine(_ bytes: [UInt8]) -> String {
    let line = bytes.split(separator: UInt8(ascii: "\n")).first ?? []
    let text = String(decoding: line.prefix(200), as: UTF8.self)
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }
}

/// What went wrong with a converter that was there.
public enum ConverterComplaint: Error, Sendable, Hashable {
  case notStarted(errno: Int32)
  case timedOut(seconds: Int)
  /// It wrote more than it may, in bytes.
  case flooded(limit: Int)
  case crashed(signal: Int)
  /// It left out a good part of the file without a word.
  case lostText
  /// It ended with a status other than 0; the message is its own.
  case refused(status: Int, message: String)
}
