import Diagnostics
import Figures
import RuleInterpreter
import RuleLanguage

/// A function that rules can call: its signature, its body and its words in one place.
struct ReportFunction: Sendable {
  let signature: FunctionSignature
  let body: FunctionBody

  init(
    _ names: [String], _ parameters: [RuleType], _ result: RuleType, _ documentation: String,
    body: @escaping @Sendable ([Value]) -> Value
  ) {
    self.signature = FunctionSignature(
      names: names, parameters: parameters, result: result, documentation: documentation)
    self.body = FunctionBody(names[0], body: body)
  }
}

/// All of them, in alphabetical order.
enum ReportFunctions {
  static let all: [ReportFunction] = [breakdowns]

  static let breakdowns = ReportFunction(
    ["breakdowns", "分项"], [.text], .list(.record("breakdown")),
    "正文里每一处“……N条，其中甲a条、乙b条……”：总数、各项之和、是否以“其他”收尾。"
  ) { arguments in
    guard case .text(let text) = arguments.first else { return .list([]) }
    return .list(BreakdownFinder(text.text, text.range).all().map { value($0, text.text) })
  }

  private static func value(_ breakdown: Breakdown, _ text: FoldedText) -> Value {
    .record(
      name: "breakdown",
      fields: [
        .number(breakdown.sum, span: nil),
        .list(breakdown.wholes.map { .number($0, span: nil) }),
        .truth(breakdown.isExhaustive),
        .text(text, breakdown.range),
      ], span: text.span(breakdown.range))
  }
}
