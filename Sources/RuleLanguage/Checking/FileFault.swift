/// Why a file cannot be read as rules at all.
enum FileFault {
  case tooLarge, notUTF8

  /// A rule file holds rules, not data.
  static let mostBytes = 1 << 20

  init?(_ file: RuleFile) {
    if file.bytes.count > Self.mostBytes {
      self = .tooLarge
    } else if file.bytes.contains(0) || String(validating: file.bytes, as: UTF8.self) == nil {
      self = .notUTF8
    } else {
      return nil
    }
  }

  var message: String {
    switch self {
    case .tooLarge: "文件太大"
    case .notUTF8: "不是 UTF-8 文本"
    }
  }

  var help: String {
    switch self {
    case .tooLarge: "规则文件不超过 1 MiB，请分成几个"
    case .notUTF8: "用编辑器另存为 UTF-8 编码"
    }
  }
}
