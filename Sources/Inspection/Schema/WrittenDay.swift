import Diagnostics

/// A day in the ways in which reports write it: `2024年2月1日`, `2024-02-01`.
struct WrittenDay {
  let year: Int
  let month: Int
  let day: Int

  /// Where a text has it first, nothing but the day; nil when it has it in no known way.
  func place(in text: FoldedText) -> SourceSpan? {
    let places = forms.compactMap { form in first(Array(form.utf8), in: text.bytes) }
    return places.min { $0.lowerBound < $1.lowerBound }.map(text.span)
  }

  private var forms: [String] {
    let months = Set([String(month), Self.padded(month)])
    let days = Set([String(day), Self.padded(day)])
    return months.flatMap { month in
      days.flatMap { day in
        ["\(year)年\(month)月\(day)日"] + ["-", "/", "."].map { "\(year)\($0)\(month)\($0)\(day)" }
      }
    }
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private func first(_ form: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    guard bytes.count >= form.count else { return nil }
    let start = (0...(bytes.count - form.count)).first { start in
      bytes[start] == form[0] && bytes[start...].starts(with: form)
        // Folding took the space out of 2024-01-06 10:20, but 2024-1-6 is not 2024-1-61.
        && !(form.last != 0xA5 && continues(bytes, from: start + form.count))
    }
    return start.map { $0..<($0 + form.count) }
  }

  /// Whether a single digit stands behind: a time of day has two.
  private func continues(_ bytes: [UInt8], from index: Int) -> Bool {
    let digits = bytes[index...].prefix { $0.isDigit }
    return digits.count == 1
  }
}
