import CRE2

/// Why a pattern does not compile.
package enum PatternError: Error {
  case tooLarge
  /// RE2's error code, and the part of the pattern at fault.
  case syntax(code: Int, part: String)

  init?(_ handle: OpaquePointer) {
    let code = Int(cre2_pattern_error(handle))
    if code == 0 { return nil }
    let part = Pattern.copied { cre2_pattern_error_part(handle, $0, $1) }
    self = code == Self.patternTooLarge ? .tooLarge : .syntax(code: code, part: part)
  }

  private static let patternTooLarge = 15

  /// The part of the pattern to point at; empty when it is the whole.
  var part: String {
    switch self {
    case .tooLarge: ""
    case .syntax(_, let part): part
    }
  }

  /// For a rule author. The codes are those of `RE2::ErrorCode`.
  var message: String {
    guard case .syntax(let code, let part) = self else { return "模式展开后太大" }
    return switch code {
    case 2: "不认识的转义 \(part)"
    case 3: "不认识的字符类 \(part)"
    case 4: "字符范围 \(part) 前后颠倒"
    case 5: "缺少右方括号 ]"
    case 6: "缺少右括号 )"
    case 7: "多了一个右括号 )"
    case 8: "末尾多了一个反斜线 \\"
    case 9: "重复符号 \(part) 前面没有可重复的内容"
    case 10: "重复次数 \(part) 不对或太大"
    case 11: "重复符号 \(part) 连用了两次"
    case 12: "不支持 \(part)（前后断言一类的写法）"
    case 13: "不是有效的 UTF-8"
    case 14: "命名组 \(part) 写错"
    default: "模式有误 \(part)"
    }
  }
}
