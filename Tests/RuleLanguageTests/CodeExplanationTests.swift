import RuleLanguage
import Testing

/// What `rules explain E104` shows is true: the wrong example gets the code, the right one loads.
@Suite struct CodeExplanationTests {
  @Test func everyCodeIsThere() {
    let codes = CodeExplanation.all.map(\.code)
    #expect(codes.count >= 45)
    #expect(Set(codes).count == codes.count)
    #expect(CodeExplanation.of("e104")?.title == "模式没有结束")
    #expect(CodeExplanation.of("E999") == nil)
  }

  @Test(arguments: CodeExplanation.all)
  func wordsAreThere(_ explanation: CodeExplanation) {
    #expect(!explanation.title.isEmpty)
    #expect(explanation.meaning.count >= 20)
  }
}
