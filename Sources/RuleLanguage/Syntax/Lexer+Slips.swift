import Diagnostics

extension Lexer {
  /// A character that is no part of code: a full-width form of one that is, or a stranger.
  mutating func slip(_ scalar: UInt32, length: Int) {
    let start = index
    guard let half = CharacterClass.halfWidth(scalar) else {
      index += length
      return reportStrange(SourceSpan(start, start + length))
    }
    let span = SourceSpan(start, start + length)
    if half == "\"" { return curlyString(scalar, span) }
    if half == "#" { return wideComment(span) }
    if half.utf8.allSatisfy(CharacterClass.isASCIIWord) { return wideWord() }
    wideSymbol(half, span)
  }

  /// `＝＝`, `＝=` and the like are taken as the one sign that they stand for.
  private mutating func wideSymbol(_ half: String, _ span: SourceSpan) {
    index = span.upper
    var typed = half
    if let (next, length) = nextHalfWidth, let both = Token.Symbol(rawValue: half + next) {
      typed = both.rawValue
      index += length
    }
    let whole = SourceSpan(span.lower, index)
    let hint = typed == "=" ? "= 或 ==" : typed
    reporter.error(.fullWidth, "全角符号“\(source.text(whole))”不能用在这里", at: whole, help: "改成半角的 \(hint)")
    if let symbol = Token.Symbol(rawValue: typed) { add(.symbol(symbol), from: span.lower, isSlip: true) }
  }

  private var nextHalfWidth: (String, Int)? {
    guard index < end else { return nil }
    let (scalar, length) = CharacterClass.scalar(source.bytes, at: index)
    if scalar == 0x3D { return ("=", 1) }
    return scalar == 0xFF1D ? ("=", length) : nil
  }

  private mutating func curlyString(_ scalar: UInt32, _ span: SourceSpan) {
    let text = source.text(span)
    reporter.error(.fullWidth, "中文引号“\(text)”不能用在这里", at: span, help: "改成半角的 \"")
    let closing: UInt32 = scalar == 0x2018 || scalar == 0x2019 ? 0x2019 : 0x201D
    string(closing: UnicodeScalar(closing).map { Array(String($0).utf8) } ?? [], openingLength: span.count)
  }

  private mutating func wideComment(_ span: SourceSpan) {
    reporter.error(.fullWidth, "全角符号“＃”不能用在这里", at: span, help: "改成半角的 #")
    while index < end, source.bytes[index] != UInt8(ascii: "\n") { index += 1 }
  }

  /// Full-width letters and digits, taken together with the half-width ones among them.
  private mutating func wideWord() {
    let start = index
    var half = ""
    while index < end {
      let (scalar, length) = CharacterClass.scalar(source.bytes, at: index)
      let text = scalar < 0x80 ? String(UnicodeScalar(UInt8(scalar))) : CharacterClass.halfWidth(scalar) ?? ""
      guard !text.isEmpty, text.utf8.allSatisfy(CharacterClass.isASCIIWord) else { break }
      half += text
      index += length
    }
    let span = SourceSpan(start, index)
    reporter.error(.fullWidth, "全角字符“\(source.text(span))”不能用在这里", at: span, help: "改成半角的 \(half)")
    let isNumber = half.utf8.allSatisfy(CharacterClass.isDigit)
    add(isNumber ? .number : .word, from: start, isSlip: true)
  }
}
