import Decoding
import Documents
import Figures
import Reports
import Testing

/// What a cell may say, and what it may not.
@Suite struct NumeralTests {
  static let cases: [(text: String, figure: String?)] = [
    ("14", "14"), ("0", "0"), ("007", "7"), ("１４", "14"), ("1,234", "1234"), ("1,234,567", "1234567"),
    ("１，２３４", "1234"), ("1，234", nil), ("1,23", nil), ("1,2345", nil), ("12 34", nil), ("14件", "14"),
    ("14 件", "14"),
    ("22（其中修订16件）", "22"), ("22(其中修订16件)", "22"), ("22其中修订16件", nil), ("/", "0"), ("—", "0"), ("－", "0"),
    ("无", "0"), ("减232", "-232"), ("-5", "-5"), ("−5", "-5"), ("增8", "8"), ("+8", "8"), ("3.5", "3.5"),
    ("3.", nil),
    (".5", nil), ("1e5", nil), ("0x10", nil), ("十二", nil), ("1O", nil), ("9223372036854775807", nil),
    ("99999999999999999999", nil), ("1.0000001", nil), ("1.5000000", "1.5"), ("", nil), ("1/2", nil),
    ("3-4", nil),
    ("<5", nil), ("约5", nil), ("5%", nil),
  ]

  @Test(arguments: cases)
  func cell(text: String, figure: String?) throws {
    let report = """
      云溪县2023年政府信息公开工作年度报告

      二、主动公开政府信息情况

      | 规章 | 0 | 0 | 0 |
      | 行政规范性文件 | 0 | 0 | 0 |
      | 行政许可 | \(text) |
      | 行政处罚 | 0 |

      三、收到和处理政府信息公开申请情况
      """
    let table = try #require(ReportReader.read(Decoders.decode(Array(report.utf8)))).tables[0]
    let row = try #require(table.form.row("permits"))
    let column = try #require(table.form.column("decisions"))
    #expect(table[row, column].figure?.description == figure)
  }
}
