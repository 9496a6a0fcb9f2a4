internal import FileAccess
internal import Glibc
internal import Ledger
internal import Systemd

/// Why the service cannot start.
enum StartFailure: Error {
  case wrongRules(RuleRefusal)
  case unusableFiles(FileFailure)
  case unusableLedger(LedgerFailure)

  static func rules<Value>(_ body: () throws(RuleRefusal) -> Value) throws(StartFailure) -> Value {
    do throws(RuleRefusal) { return try body() } catch { throw .wrongRules(error) }
  }

  static func files<Value>(_ body: () throws(FileFailure) -> Value) throws(StartFailure) -> Value {
    do throws(FileFailure) { return try body() } catch { throw .unusableFiles(error) }
  }

  static func ledger<Value>(_ body: () throws(LedgerFailure) -> Value) throws(StartFailure) -> Value {
    do throws(LedgerFailure) { return try body() } catch { throw .unusableLedger(error) }
  }

  /// As sysexits(3) has it: 78 asks for another configuration, so starting again would not help.
  var exitStatus: CInt {
    if case .wrongRules = self { return 78 }
    return 1
  }

  private var lines: [String] {
    switch self {
    case .wrongRules(let refusal): ["无法启动：规则有误，没有可用的规则"] + refusal.lines
    case .unusableFiles(let failure): ["无法启动：\(failure)"]
    case .unusableLedger(let failure): ["无法启动：\(failure)"]
    }
  }

  private var kind: MessageID {
    if case .wrongRules = self { return .reloadRefused }
    return .stopped
  }

  /// Says it in the journal, to whoever watches the terminal, and on the Status line.
  func tell(_ journal: Journal) {
    let entry = JournalEntry(kind, .error, lines: lines)
    do throws(JournalFailure) {
      try journal.send(entry)
      if journal.destination == .journald, !Journal.isStandardError { Journal.write(entry.message) }
    } catch {
      Journal.write(entry.message)
    }
    Notify.status(lines[0] + lines.dropFirst().prefix(1).joined())
  }
}
