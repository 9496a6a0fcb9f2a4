import Figures
import Testing

@Suite struct FigureSumTests {
  @Test func addsUpAll() {
    let parts = [Figure(millionths: 1_500_000), Figure(millionths: 2_250_000), Figure(millionths: -750_000)]
    #expect(Figure.sum(parts) == Figure(3))
    #expect(Figure.sum([]) == .zero)
  }

  @Test func saysWhenASumDoesNotFit() {
    #expect(Figure.sum([Figure(millionths: .max), Figure(millionths: 1)]) == nil)
  }
}
