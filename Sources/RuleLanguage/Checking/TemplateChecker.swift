import Diagnostics

/// Checks a message: its text, and the expressions between braces.
struct TemplateChecker {
  private let expressions: ExpressionChecker
  private var source: SourceText { expressions.reporter.source }

  init(_ expressions: ExpressionChecker) { self.expressions = expressions }

  func check(_ tree: StringTree) -> Template {
    if tree.content.isEmpty {
      expressions.reporter.error(.missingMessage, "消息是空的", at: tree.span, help: "写明哪里不对")
    }
    var parts: [Template.Part] = []
    var index = tree.content.lower
    var textStart = index
    while index < tree.content.upper {
      let byte = source.bytes[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
      } else if byte == UInt8(ascii: "{") {
        appendText(textStart, index, to: &parts)
        index = hole(at: index, until: tree.content.upper, into: &parts)
        textStart = index
      } else {
        index += 1
      }
    }
    appendText(textStart, tree.content.upper, to: &parts)
    return Template(parts: parts)
  }

  private func appendText(_ lower: Int, _ upper: Int, to parts: inout [Template.Part]) {
    guard lower < upper else { return }
    parts.append(.text(Unescaped.text(source, SourceSpan(lower, upper))))
  }

  /// Checks the expression whose brace opens at an index; returns the index after its closing brace.
  private func hole(at start: Int, until end: Int, into parts: inout [Template.Part]) -> Int {
    guard let close = source.bytes[start..<end].firstIndex(of: UInt8(ascii: "}")) else {
      expressions.reporter.error(
        .unclosedBrace, "消息里的大括号没有闭合", at: SourceSpan(start, start + 1), help: "补上 }；大括号里不能再写双引号；要写大括号本身写 \\{"
      )
      return end
    }
    let span = SourceSpan(start + 1, close)
    var parser = Parser(expressions.reporter, Lexer.tokens(expressions.reporter, span))
    guard let tree = parser.wholeExpression(in: SourceSpan(start, close + 1)) else { return close + 1 }
    if let typed = expressions.check(tree) { parts.append(.value(typed.expression, typed.type)) }
    return close + 1
  }
}

extension Parser {
  /// An expression and nothing after it.
  fileprivate mutating func wholeExpression(in braces: SourceSpan) -> ExpressionTree? {
    if isAtEnd {
      reporter.error(.unexpected, "大括号里是空的", at: braces, help: "写要显示的内容，如 {lhs}")
      return nil
    }
    do throws(Recovery) {
      let tree = try expression()
      if !isAtEnd { throw fault("“}”") }
      return tree
    } catch {
      return nil
    }
  }
}
