import Diagnostics

extension Lexer {
  /// A string from its opening mark to the closing one, on one line; `\` takes the next character as it is.
  mutating func string(closing: [UInt8], openingLength: Int) {
    let start = index
    index += openingLength
    let contentStart = index
    while index < end, source.bytes[index] != UInt8(ascii: "\n") {
      if source.bytes[index] == UInt8(ascii: "\\"), index + 1 < end,
        source.bytes[index + 1] != UInt8(ascii: "\n")
      {
        index += 1 + CharacterClass.scalar(source.bytes, at: index + 1).length
      } else if source.bytes[index..<end].starts(with: closing) {
        let content = SourceSpan(contentStart, index)
        index += closing.count
        return add(.string, from: start, content: content, isSlip: openingLength > 1)
      } else {
        index += CharacterClass.scalar(source.bytes, at: index).length
      }
    }
    index = min(index, end)
    let content = SourceSpan(contentStart, lineEnd(from: contentStart))
    reporter.error(
      .unclosedString, "文字没有结束", at: SourceSpan(start, contentStart), "从这里开始", help: "在行末补上 \"")
    add(.string, from: start, content: content, isSlip: true)
  }

  /// A pattern between two slashes, on one line; `\/` is a slash inside it.
  mutating func pattern() {
    let start = index
    index += 1
    while index < end, source.bytes[index] != UInt8(ascii: "\n") {
      let byte = source.bytes[index]
      if byte == UInt8(ascii: "/") {
        let content = SourceSpan(start + 1, index)
        index += 1
        return add(.pattern, from: start, content: content, isSlip: false)
      }
      index +=
        byte == UInt8(ascii: "\\") && index + 1 < end && source.bytes[index + 1] != UInt8(ascii: "\n") ? 2 : 1
    }
    index = min(index, end)
    reporter.error(
      .unclosedPattern, "模式没有结束", at: SourceSpan(start, start + 1), "从这里开始",
      help: "在模式末尾补上 /；模式里面的 / 写 \\/")
    add(.pattern, from: start, content: SourceSpan(start + 1, lineEnd(from: start + 1)), isSlip: true)
  }

  private func lineEnd(from start: Int) -> Int {
    var upper = index
    while upper > start, source.bytes[upper - 1] <= 0x20 { upper -= 1 }
    return upper
  }

  /// Whether a slash here begins a pattern: after an operand it divides.
  var expectsOperand: Bool {
    guard let last = tokens.last else { return true }
    // The name of a fragment is no operand.
    if tokens.count > 1, source.text(tokens[tokens.count - 2].span) == "fragment" { return true }
    switch last.kind {
    case .number, .string, .pattern, .symbol(.rightParenthesis), .symbol(.rightBracket): return false
    case .word: return Self.wordsBeforeOperands.contains(source.text(last.span))
    default: return true
    }
  }

  private static let wordsBeforeOperands: Set<String> = [
    "pattern", "zero", "before", "after", "of", "in", "and", "or", "not", "where", "check",
  ]
}
