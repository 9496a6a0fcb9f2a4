import Systemd
import Testing

@Suite struct JournalEntryTests {
  @Test func `a message of one line stays one line and moves no cursor`() {
    let entry = JournalEntry(.finding, .error, "a\nb\u{1B}[31m\u{202E}")
    #expect(entry.message == "a\\nb\\u{1b}[31m\\u{202e}")
  }

  @Test func `lines are kept where a caret needs them`() {
    let entry = JournalEntry(.reloadRefused, .error, lines: ["1 | 新收", "  | ^^^^\u{7}"])
    #expect(entry.message == "1 | 新收\n  | ^^^^\\u{7}")
  }

  @Test func `a field without a value is left out`() {
    var entry = JournalEntry(.report, .info, "")
    entry.add("GOVREPORT_AGENCY", nil as String?)
    entry.add("GOVREPORT_SUBJECT", "")
    entry.add("GOVREPORT_YEAR", 2023)
    entry.add("GOVREPORT_FILE", "a\u{0}b")
    #expect(entry.fields.map(\.name) == ["GOVREPORT_YEAR", "GOVREPORT_FILE"])
    #expect(entry.fields.map(\.value) == ["2023", "a\\u{0}b"])
  }

  @Test func `message ids are distinct and of 32 digits`() {
    let ids = MessageID.allCases.map(\.rawValue)
    #expect(Set(ids).count == 7)
    #expect(ids.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
  }
}
