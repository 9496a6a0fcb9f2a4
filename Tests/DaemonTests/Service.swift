import FileAccess
import Glibc
import SystemPackage
import TestSupport
import Testing

/// A daemon in a folder of its own, with rules that compare years, and reports to drop.
struct Service {
  let root = TestFolder()
  var state: FilePath { root.path.appending("state") }
  var inbox: FilePath { state.appending("inbox") }
  var ledger: FilePath { state.appending("ledger.sqlite") }

  init() { Disk.write(Service.rules, to: root.folder("rules").appending("history.rules")) }

  static let rules = """
    rule carry-over error "跨年结转不一致" {
      basis   "试验"
      needs   prev = archive(report.agency, report.year - 1)
      check   t3[上年结转, 总计] == prev.t3[结转下年, 总计]
      message "上年报告结转 {rhs} 件，本年填 {lhs} 件"
    }

    rule changed warning "发布以后数字有改动" {
      basis   "试验"
      needs   before = archive(report.agency, report.year)
      check   t3[新收, 总计] == before.t3[新收, 总计]
      message "原为 {rhs} 件，现为 {lhs} 件"
    }
    """

  /// A running daemon that watches.
  func start(_ arguments: [String] = []) throws -> DaemonProcess {
    let daemon = try DaemonProcess(root.path, arguments: arguments)
    try #require(daemon.says("开始监视"), "\(daemon.text)")
    return daemon
  }

  /// A report of 云溪县 that carries as many applications in from the year before, and 2 on to the next.
  static func report(_ year: Int, carriedIn: Int = 2, new: Int = 22, mark: String = "") throws -> String {
    let folder = FilePath(#filePath).removingLastComponent().removingLastComponent().appending("Samples")
    let sample = try #require(Disk.read(folder.appending("yunxi-2023.txt")))
    return sample.replacing("2024", with: "\(year + 1)").replacing("2023", with: "\(year)")
      .replacing(
        "| 2 | 0 | 0 | 0 | 0 | 0 | 2 | ||\n| 三",
        with: "| \(carriedIn) | 0 | 0 | 0 | 0 | 0 | \(carriedIn) | ||\n| 三"
      )
      .replacing("| 18 | 3 | 0 | 0 | 1 | 0 | 22 |", with: "| 18 | 3 | 0 | 0 | 1 | 0 | \(new) |")
      .replacing("逐份清理", with: "逐份清理\(mark)")
  }

  /// Appears in the inbox whole, as a careful transfer lets it.
  func drop(_ text: String, _ name: String) {
    let part = inbox.appending(".\(name).part")
    Disk.write(text, to: part)
    Disk.rename(part, inbox.appending(name))
  }

  func isIn(_ folder: String, _ name: String) -> Bool {
    eventually { Disk.exists(state.appending(folder).appending(name)) }
  }

  /// Runs `govreport` on this state folder.
  func tool(_ arguments: String...) throws -> (status: CInt, output: String) { try tool(arguments) }

  func tool(_ arguments: [String]) throws -> (status: CInt, output: String) {
    let output = root.path.appending("tool.\(UInt32.random(in: 0 ... .max))")
    let words = [DaemonProcess.tool] + arguments + ["--state", state.string]
    let process = try DaemonProcess.spawn(words, [], output, descriptors: [1, 2])
    var raw: CInt = 0
    guard eventually({ waitpid(process, &raw, WNOHANG) == process }) else { return (.min, "hangs") }
    return (raw >> 8 & 0xFF, Disk.read(output) ?? "")
  }
}
