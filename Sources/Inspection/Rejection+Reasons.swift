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
      self.init(
        code: "format_unsupported", message: "这是 \(name) 文件，目前只读取 PDF、DOC、DOCX、网页（HTML）和纯文本，请另存为其中一种后再投")
    case .binary:
      self.init(code: "not_text", message: "内容不是文本（含有控制字节），请确认是否放错了文件")
    case .unknownCharset(let offset):
      self.init(
        code: "charset_unknown",
        message: "第 \(offset + 1) 字节起不是 UTF-8、UTF-16 或 GB18030 编码，请另存为 UTF-8 后再投")
    case .tooManyPages(let limit):
      self.init(code: "too_many_pages", message: "PDF 超过 \(limit) 页上限，请确认是否放错了文件")
    case .tooManyWords(let limit):
      self.init(code: "too_many_words", message: "PDF 超过 \(limit) 个词上限，请确认是否放错了文件")
    case .scanned:
      self.init(code: "scanned", message: "文件里只有图像，没有文字（扫描件），请先做文字识别（OCR）或提供文字版后再投")
    case .converterMissing(let program, let package):
      self.init(code: "converter_missing", message: "本机没有 \(program)，读不了这种文件，请先安装：apt install \(package)")
    case .converterFailed(let program, let complaint):
      self.init(
        code: "converter_failed", message: "\(program) 没能转换这个文件：\(Self.reason(complaint))，请检查文件或另存为 DOCX 后再投")
    case .lineTooLong(let limit):
      self.init(code: "line_too_long", message: "有一行超过 \(limit) 字节上限，请确认是否放错了文件")
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
    case .tooManyMembers(let limit):
      self.init(code: "archive_too_many", message: "压缩包里超过 \(limit) 个文件，其余没有读取，请分成几个压缩包再投")
    case .emptyArchive:
      self.init(code: "archive_empty", message: "压缩包里没有文件，请确认是否放错了文件")
    case .archiveTooSlow(let seconds):
      self.init(
        code: "archive_too_slow", message: "转换压缩包里的文件已经用了 \(seconds) 秒以上，这一个没有读取，请分成几个压缩包再投")
    case .nestedArchive:
      self.init(code: "archive_nested", message: "压缩包里的压缩包不读取，请解开后再投")
    case .unsafeMember:
      self.init(code: "archive_unsafe", message: "压缩包里的这一项是链接，或路径指向压缩包之外，没有读取，请重新打包")
    case .damaged(let format):
      self.init(code: "damaged", message: "\(format) 文件已损坏或不完整，请重新导出或上传")
    case .encrypted(let format):
      self.init(code: "encrypted", message: "\(format) 文件已加密，请取消密码后再投")
    }
  }

  private static func reason(_ complaint: ConverterComplaint) -> String {
    switch complaint {
    case .notStarted(let errno): "无法启动（errno \(errno)）"
    case .timedOut(let seconds): "\(seconds) 秒内没有完成"
    case .flooded(let limit): "输出超过 \(limit >> 20) MiB 上限"
    case .crashed(let signal): "异常退出（信号 \(signal)）"
    case .lostText: "漏掉了文件中的大段内容（多为合并单元格的表格）"
    case .refused(let status, let message): message.isEmpty ? "退出码 \(status)" : message
    }
  }

  static let notAReport = Rejection(
    code: "not_a_report", message: "六个法定部分的标题认不出两个，看不出是政府信息公开工作年度报告，请确认是否放错了文件")
}
