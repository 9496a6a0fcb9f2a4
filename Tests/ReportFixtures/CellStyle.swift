import Figures

/// How labels and figures are written in a table.
public struct CellStyle: Sendable {
  public enum Numbering: Sendable, CaseIterable { case point, comma, parentheses }

  public var numbering: Numbering = .point
  public var hasFullWidthDigits = false
  public var hasThousandsSeparators = false
  /// `(`, `,` and `:` instead of `（`, `，` and `：`.
  public var hasHalfWidthPunctuation = false
  public var hasStraySpaces = false
  /// `/`, `—` or `无` for zero.
  public var zero: String?
  /// `22（其中修订16件）` in a few cells.
  public var isAnnotated = false

  public init() {}

  public init(_ random: inout SplitMix64) {
    numbering = random.pick(Numbering.allCases)
    hasFullWidthDigits = random.once(in: 5)
    hasThousandsSeparators = random.once(in: 4)
    hasHalfWidthPunctuation = random.once(in: 3)
    hasStraySpaces = random.once(in: 4)
    zero = random.once(in: 4) ? random.pick(["/", "—", "无", "-"]) : nil
    isAnnotated = random.once(in: 4)
  }

  func numbering(_ number: Int) -> String {
    switch numbering {
    case .point: "\(number)."
    case .comma: "\(number)、"
    case .parentheses: "（\(number)）"
    }
  }

  func label(_ text: String) -> String {
    var result = text
    if hasHalfWidthPunctuation {
      let narrow: [Character: Character] = ["（": "(", "）": ")", "，": ",", "：": ":"]
      result = String(result.map { narrow[$0] ?? $0 })
    }
    guard hasStraySpaces, result.count > 4 else { return result }
    let middle = result.index(result.startIndex, offsetBy: result.count / 2)
    return result[..<middle] + " " + result[middle...]
  }

  func figure(_ figure: Figure, key: String) -> String {
    if figure == .zero, let zero { return zero }
    var text = key.hasSuffix(".change") ? change(figure) : separated("\(figure)")
    if hasFullWidthDigits { text = widened(text) }
    if key.hasSuffix("procurement.amount") { text += "万元" }
    if isAnnotated, figure > .zero, key.hasSuffix(".issued") || key.hasSuffix("review.corrected") {
      text += "（其中修订1件）"
    }
    return text
  }

  private func change(_ figure: Figure) -> String {
    figure < .zero ? "减\(Figure(millionths: -figure.millionths))" : "\(figure)"
  }

  private func separated(_ text: String) -> String {
    guard hasThousandsSeparators else { return text }
    let parts = text.split(separator: ".", maxSplits: 1)
    var whole = ""
    for (index, digit) in parts[0].reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { whole.append(",") }
      whole.append(digit)
    }
    return ([String(whole.reversed())] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  private func widened(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      (0x30...0x39).contains(scalar.value) || scalar == ","
        ? Character(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar) : Character(scalar)
    }
    return String(scalars)
  }
}
