import Decoding

extension Rejection {
  /// What the sender has to know, and to do.
  init(_ failure: DecodingFailure) {
    switch failure {
    case .empty:
      self.init(code: "empty", message: "文件是空的（0 字节），请重新导出或上传")
    case .tooLarge(let limit):
      self.init(code: "too_large", message: "文件超过 \(limit >> 20) MiB 上限，请确认是否放错了文件")
    case .unsupportedFormat(let name):
      self.init(code: "format_unsupported", message: "这是 \(name) 文件，目前只读取网页（HTML）、DOCX 和纯文本，请另存为其中一种后再投")
    case .binary:
      self.init(code: "not_text", message: "内容不是文本（含有控制字节），请确认是否放错了文件")
    case .unknownCharset(let offset):
      self.init(
        code: "charset_unknown",
        message: "第 \(offset + 1) 字节起不是 UTF-8、UTF-16 或 GB18030 编码，请另存为 UTF-8 后再投")
    case .tooManyCells(let limit):
      self.init(code: "too_many_cells", message: "表格超过 \(limit) 个单元格上限，请确认是否放错了文件")
    case .tooManyColumns(let limit):
      self.init(code: "too_many_columns", message: "表格超过 \(limit) 列上限，请确认是否放错了文件")
    case .tooManyElements(let limit):
      self.init(code: "too_complex", message: "文件的标记超过 \(limit) 个上限，请确认是否放错了文件")
    case .tooDeep(let limit):
      self.init(code: "too_deep", message: "文件的标记嵌套超过 \(limit) 层上限，请确认是否放错了文件")
    case .expandsTooFar:
      self.init(code: "expands_too_far", message: "压缩内容展开后过大或过多，疑似压缩炸弹，请确认是否放错了文件")
    case .damaged(let format):
      self.init(code: "damaged", message: "\(format) 文件已损坏或不完整，请重新导出或上传")
    case .encrypted(let format):
      self.init(code: "encrypted", message: "\(format) 文件已加密，请取消密码后再投")
    }
  }

  static let notAReport = Rejection(
    code: "not_a_report", message: "六个法定部分的标题认不出两个，看不出是政府信息公开工作年度报告，请确认是否放错了文件")
}
