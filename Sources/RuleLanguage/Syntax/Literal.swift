package import Figures

/// Reads decimal numbers exactly.
package enum Literal {
  /// A figure from ASCII digits with an optional fraction, or nil when it is none or too large.
  package static func figure(_ bytes: some Sequence<UInt8>) -> Figure? {
    var value: Int64 = 0
    var places = -1
    var digits = 0
    for byte in bytes {
      if byte == UInt8(ascii: "."), places < 0, digits > 0 {
        places = 0
        continue
      }
      guard CharacterClass.isDigit(byte), places < Figure.places else { return nil }
      let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = product.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
      if tooLarge || overflow { return nil }
      value = sum
      digits += 1
      if places >= 0 { places += 1 }
    }
    guard digits > 0, places != 0 else { return nil }
    return scaled(value, by: Figure.places - max(0, places))
  }

  private static func scaled(_ value: Int64, by places: Int) -> Figure? {
    var value = value
    for _ in 0..<places {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return Figure(millionths: value)
  }
}
