import Foundation
import RuleLanguage
import Testing

@Suite struct FormatterTests {
  private static func format(_ text: String) throws -> String {
    let bytes = try RuleFormatter.format(RuleFile(name: "a.rules", bytes: Array(text.utf8))).get()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func oneLineBecomesTheCanonicalLayout() throws {
    let text = """
      # 头
      pack  "甲"   version 1.0.0
      list 词  from "lists/a.txt"
      rule t3-balance error "甲" { basis "乙"  # 注
      for 列 in t3.columns where known( t3[新收,列] )
      check t3[新收,列]+1==-1 or
      sum( t3[行 , 列] for 行 in t3.rows )<= 3
      message "丙"


      example fail { t3[新收, 自然人]=15 }
      # 尾
      }
      claim 数:件{pattern /(?P<n>\\d+)件/ in 正文
        scope of_which before /其中/
        use 往年的 use   几件的 of /不公开/}
      fragment   件 /[件宗]/
      scopes 往年的{scope earlier_year before /去年/}
      wordings 几件的{pattern /{它}(?P<n>\\d+)件/ in 正文}
      waive t3-balance for year 2021 until 2026-12-31 because "丁"
      """
    let expected = """
      # 头
      pack "甲" version 1.0.0
      list 词 from "lists/a.txt"

      rule t3-balance error "甲" {
        basis   "乙"  # 注
        for     列 in t3.columns where known(t3[新收, 列])
        check   t3[新收, 列] + 1 == -1 or
                sum(t3[行, 列] for 行 in t3.rows) <= 3
        message "丙"

        example fail { t3[新收, 自然人] = 15 }
        # 尾
      }

      claim 数 : 件 {
        pattern /(?P<n>\\d+)件/ in 正文
        scope   of_which before /其中/
        use     往年的
        use     几件的 of /不公开/
      }

      fragment 件 /[件宗]/

      scopes 往年的 {
        scope   earlier_year before /去年/
      }

      wordings 几件的 {
        pattern /{它}(?P<n>\\d+)件/ in 正文
      }

      waive t3-balance for year 2021 until 2026-12-31 because "丁"

      """
    #expect(try Self.format(text) == expected)
  }

  @Test(arguments: GoldenTests.names)
  func layingOutTwiceChangesNothingAndNoWordIsLost(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: GoldenTests.folder.appendingPathComponent(name + ".rules")))
    guard case .success(let once) = RuleFormatter.format(RuleFile(name: name, bytes: bytes)) else { return }
    let twice = try RuleFormatter.format(RuleFile(name: name, bytes: once)).get()
    #expect(String(decoding: twice, as: UTF8.self) == String(decoding: once, as: UTF8.self))
    let ink = { (bytes: [UInt8]) in bytes.filter { !" \n\t\r".utf8.contains($0) } }
    #expect(ink(once) == ink(bytes))
  }

  @Test func aFileThatCannotBeReadIsLeftAlone() {
    guard
      case .failure(let errors) = RuleFormatter.format(RuleFile(name: "a.rules", bytes: Array("rule {".utf8)))
    else {
      Issue.record("accepted")
      return
    }
    #expect(!errors.diagnostics.isEmpty)
  }
}
