import Figures
import ReportFixtures
import Testing

@Suite struct FigureTests {
  static let printed: [(millionths: Int64, text: String)] = [
    (0, "0"), (14_000_000, "14"), (-14_000_000, "-14"), (324_400_100, "324.4001"), (-500_000, "-0.5"),
    (1, "0.000001"),
    (-1, "-0.000001"), (1_000_001, "1.000001"), (.max, "9223372036854.775807"),
    (.min, "-9223372036854.775808"),
  ]

  @Test(arguments: printed)
  func prints(millionths: Int64, text: String) { #expect(Figure(millionths: millionths).description == text) }

  @Test func overflowIsNoFigure() {
    let most = Figure(millionths: .max)
    let least = Figure(millionths: .min)
    let one = Figure(millionths: Figure.scale)
    #expect(Figure(Int64.max) == nil)
    #expect(Figure(9_223_372_036_854) != nil)
    #expect(Figure(9_223_372_036_855) == nil)
    #expect(most.adding(one) == nil)
    #expect(least.subtracting(one) == nil)
    #expect(most.multiplied(by: most) == nil)
    #expect(most.multiplied(by: one) == most)
    #expect(least.divided(by: Figure(millionths: -Figure.scale)) == nil)
    #expect(one.divided(by: .zero) == nil)
    #expect(most.divided(by: Figure(millionths: 1)) == nil)
  }

  @Test func wholeness() {
    #expect(Figure(12)?.whole == 12)
    #expect(Figure(millionths: 12_500_000).whole == nil)
    #expect(Figure(millionths: -12_000_000).whole == -12)
  }

  /// Arithmetic agrees with that of wider integers, or says that it cannot.
  @Test func agreesWithWiderIntegers() {
    let seed = Seed.announced("figures")
    var random = SplitMix64(seed: seed)
    for _ in 0..<20_000 {
      let left = Figure(
        millionths: Int64.random(in: .min ... .max, using: &random)
          >> Int64.random(in: 0...62, using: &random))
      let right = Figure(
        millionths: Int64.random(in: .min ... .max, using: &random)
          >> Int64.random(in: 0...62, using: &random))
      let (first, second) = (Int128(left.millionths), Int128(right.millionths))
      #expect(left.adding(right)?.millionths == Int64(exactly: first + second))
      #expect(left.subtracting(right)?.millionths == Int64(exactly: first - second))
      #expect(left.multiplied(by: right)?.millionths == Int64(exactly: first * second / 1_000_000))
      #expect((left < right) == (first < second))
      if second != 0 {
        #expect(left.divided(by: right)?.millionths == Int64(exactly: first * 1_000_000 / second))
      }
    }
  }
}
