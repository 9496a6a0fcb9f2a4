import FileAccess
import Glibc
import SystemPackage
import TestSupport
import Testing

/// The program itself, from the outside. What a report contains is for others to test: here it counts
/// that each file is told of and ends in one place.
@Suite(.serialized) struct DaemonTests {
  let root = TestFolder()
  private var inbox: FilePath { root.path.appending("state/inbox") }
  private var state: FilePath { root.path.appending("state") }

  private static let outcomes = ["passed", "flagged", "incomplete", "rejected"]

  init() {
    Disk.write(DaemonTests.goodRule, to: root.folder("rules").appending("good.rules"))
  }

  private static let goodRule = """
    pack "试验" version 1.0.0

    rule count-missing warning "数量未填" {
      basis   "国办公开办函〔2021〕30号"
      forbid  m in find(正文, /各类政府信息(条|篇|份)/)
      message "“{m.text}”缺少数字"
      example fail { 正文 "全年共主动公开各类政府信息条。" }
      example pass { 正文 "做好依申请公开件接收、登记、办理。" }
    }
    """

  /// A running daemon that watches.
  private func start(_ environment: [String] = []) throws -> DaemonProcess {
    let daemon = try DaemonProcess(root.path, environment: environment)
    try #require(daemon.says("开始监视"), "\(daemon.text)")
    return daemon
  }

  private var settled: [String] { DaemonTests.outcomes.flatMap { Disk.names(state.appending($0)) }.sorted() }

  @Test func `a file is told of and moved`() throws {
    let daemon = try start()
    Disk.write("这不是年报", to: inbox.appending("来信.txt"))
    #expect(daemon.says("来信.txt 拒收："))
    #expect(eventually { settled == ["来信.txt"] })
    #expect(Disk.names(inbox).isEmpty)
    #expect(daemon.stop() == 0)
    #expect(daemon.text.contains("已停止"))
  }

  @Test func `bad input is told of and kept`() throws {
    let daemon = try start()
    Disk.write("", to: inbox.appending("空.txt"))
    Disk.write([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3, 0xFF, 0xFE, 0], to: inbox.appending("program"))
    Disk.write("x", to: inbox.appending("escape\u{1B}[2J\n.txt"))
    Disk.makeFIFO(inbox.appending("fifo"))
    Disk.makeFolder(inbox.appending("子文件夹.docx"))
    for words in ["空.txt 拒收", "program 拒收", "escape\\u{1b}[2J\\n.txt 拒收", "fifo 是命名管道", "子文件夹.docx 是文件夹"] {
      #expect(daemon.says(words))
    }
    #expect(eventually { settled.count == 3 })
    #expect(Disk.names(inbox) == ["fifo", "子文件夹.docx"])
    #expect(!daemon.text.contains("\u{1B}"))
    #expect(daemon.stop() == 0)
  }

  @Test func `an oversized file is rejected unread`() throws {
    let daemon = try start()
    let path = root.path.appending("huge.txt")
    Disk.write("", to: path)
    #expect(truncate(path.string, 1 << 40) == 0)
    Disk.rename(path, inbox.appending("huge.txt"))
    #expect(daemon.says("huge.txt 拒收：文件过大"))
    #expect(eventually { settled == ["huge.txt"] })
  }

  @Test func `files that wait at the start are taken, those in work too`() throws {
    for folder in ["state", "state/inbox", "state/work"] { Disk.makeFolder(root.path.appending(folder)) }
    for number in 1...20 { Disk.write("甲\(number)", to: inbox.appending("\(number).txt")) }
    Disk.write("乙", to: state.appending("work/left.txt"))
    let daemon = try start()
    #expect(eventually { settled.count == 21 })
    #expect(daemon.says("left.txt 拒收"))
    #expect(Disk.names(state.appending("work")).isEmpty)
  }

  @Test func `killed in a burst, again and again, it loses nothing and says everything`() throws {
    let count = 400
    var logs = ""
    var daemon = try start()
    for number in 1...count {
      Disk.write("第\(number)份", to: inbox.appending("\(number).txt"))
      guard number % 100 == 50 else { continue }
      daemon.signal(SIGKILL)
      #expect(daemon.wait() == -SIGKILL)
      logs += daemon.text
      daemon = try start()
    }
    #expect(eventually { settled.count == count })
    #expect(daemon.stop() == 0)
    logs += daemon.text
    #expect(settled == (1...count).map { "\($0).txt" }.sorted())
    for number in 1...count { #expect(logs.contains("\n\(number).txt 拒收")) }
  }

  @Test func `wrong rules are refused with their carets and the old ones stay`() throws {
    let socket = try NotifySocket(root.path.appending("notify"))
    let daemon = try start(["NOTIFY_SOCKET=\(socket.path.string)"])
    let broken = root.path.appending("rules/broken.rules")
    Disk.write("rule broken {", to: broken)
    daemon.signal(SIGHUP)
    #expect(daemon.says("规则重载被拒绝"))
    #expect(daemon.says("broken.rules:1"))
    #expect(eventually { socket.text.contains("；规则重载被拒绝：") })
    Disk.write("x", to: inbox.appending("a.txt"))
    #expect(daemon.says("a.txt 拒收"))
    Disk.remove(broken)
    daemon.signal(SIGHUP)
    #expect(daemon.says("规则已重新读取"))
    #expect(eventually { socket.text.split(separator: "STATUS=").last?.contains("拒绝") == false })
    #expect(daemon.stop() == 0)
  }

  @Test func `changed rules are read without being asked`() throws {
    let daemon = try start()
    let rules = root.path.appending("rules")
    let second = DaemonTests.goodRule.replacing("count-missing", with: "second-rule")
    Disk.write(second, to: rules.appending(".second.swp"))
    Disk.rename(rules.appending(".second.swp"), rules.appending("second.rules"))
    #expect(daemon.says("规则已重新读取：2 条"))
    Disk.write("rule broken {", to: rules.appending("broken.rules"))
    #expect(daemon.says("broken.rules:1"))
    Disk.write("x", to: inbox.appending("a.txt"))
    #expect(daemon.says("a.txt 拒收"))
    Disk.remove(rules.appending("broken.rules"))
    #expect(eventually { daemon.text.count("规则已重新读取：2 条") == 2 })
    Disk.makeFolder(rules.appending("sub"))
    Disk.write(
      DaemonTests.goodRule.replacing("count-missing", with: "third"), to: rules.appending("sub/c.rules"))
    #expect(daemon.says("规则已重新读取：3 条"))
    #expect(daemon.stop() == 0)
    // Each said once.
    #expect(daemon.text.count("规则重载被拒绝") == 1)
    #expect(daemon.text.count("规则已重新读取") == 3)
  }

  @Test func `the service manager is told of each step`() throws {
    let socket = try NotifySocket(root.path.appending("notify"))
    let daemon = try start([
      "NOTIFY_SOCKET=\(socket.path.string)", "WATCHDOG_USEC=400000",
    ])
    #expect(
      eventually { socket.text.contains("READY=1\nSTATUS=监视 \(inbox.string)；报告 0 份，发现 0 条，待处理 0；规则 1 条") })
    #expect(eventually { socket.text.contains("WATCHDOG=1") })
    Disk.write("x", to: inbox.appending("a.txt"))
    #expect(eventually { socket.text.contains("报告 1 份，发现 0 条，待处理 0") })
    daemon.signal(SIGHUP)
    #expect(eventually { socket.text.contains("RELOADING=1\nMONOTONIC_USEC=") })
    #expect(daemon.stop() == 0)
    #expect(socket.text.contains("STOPPING=1"))
  }

  @Test func `an inbox that goes is told of, and taken up again`() throws {
    let daemon = try start()
    Disk.remove(inbox)
    #expect(daemon.says("收件箱不可用"))
    Disk.makeFolder(inbox)
    #expect(daemon.says("收件箱恢复正常"))
    Disk.write("x", to: inbox.appending("a.txt"))
    #expect(daemon.says("a.txt 拒收"))
  }

  @Test func `a rule folder that is not there ends it with a clear error`() throws {
    let none = root.path.appending("none").string
    let daemon = try DaemonProcess(root.path, arguments: ["--rules", none])
    #expect(daemon.wait() == 78)
    #expect(daemon.text.contains("\(none)：不存在"))
  }

  @Test func `wrong rules at the start end it with their carets`() throws {
    Disk.write("rule broken {", to: root.path.appending("rules/broken.rules"))
    let daemon = try DaemonProcess(root.path)
    #expect(daemon.wait() == 78)
    #expect(daemon.text.contains("broken.rules:1"))
  }

  @Test func `two of them do not share a state folder`() throws {
    let first = try start()
    let second = try DaemonProcess(root.path)
    #expect(second.wait() == 1)
    #expect(second.text.contains("正被另一个进程使用"))
    #expect(first.stop() == 0)
  }

  @Test func `two of them do not share an inbox`() throws {
    let first = try start()
    let second = try DaemonProcess(
      root.path, arguments: ["--state", root.path.appending("other").string, "--inbox", inbox.string])
    #expect(second.wait() == 1)
    #expect(second.text.contains("\(inbox.string)：正被另一个进程使用"))
    Disk.write("x", to: inbox.appending("a.txt"))
    #expect(first.says("a.txt 拒收"))
    #expect(first.stop() == 0)
  }

  @Test func `wrong usage ends with 64`() throws {
    let daemon = try DaemonProcess(root.path, arguments: ["--no-such-option"])
    #expect(daemon.wait() == 64)
  }
}

extension String {
  /// How often the words are in it.
  fileprivate func count(_ words: String) -> Int { ranges(of: words).count }
}
