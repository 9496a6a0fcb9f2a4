/// Days as numbers, so that dates can be compared and subtracted.
enum CalendarDay {
  /// Days since 1 March of the year 0, or nil when there is no such day.
  static func number(year: Int, month: Int, day: Int) -> Int64? {
    guard (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let shifted = month > 2 ? year : year - 1
    let monthOfYear = (month + 9) % 12
    let number =
      365 * shifted + floorDivide(shifted, 4) - floorDivide(shifted, 100) + floorDivide(shifted, 400)
    let days = Int64(number + (monthOfYear * 306 + 5) / 10 + day - 1)
    let back = date(days)
    return back == (year, month, day) ? days : nil
  }

  static func date(_ number: Int64) -> (year: Int, month: Int, day: Int) {
    var year = Int((10_000 * Int128(number) + 14_780) / 3_652_425)
    var rest = Int(number) - daysBefore(year)
    if rest < 0 {
      year -= 1
      rest = Int(number) - daysBefore(year)
    }
    let month = (100 * rest + 52) / 3060
    let day = rest - (month * 306 + 5) / 10 + 1
    return (year + (month + 2) / 12, (month + 2) % 12 + 1, day)
  }

  /// `2022-01-31`
  static func text(_ number: Int64) -> String {
    guard (-400...4_000_000).contains(number) else { return String(number) }
    let (year, month, day) = date(number)
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

  private static func daysBefore(_ year: Int) -> Int {
    365 * year + floorDivide(year, 4) - floorDivide(year, 100) + floorDivide(year, 400)
  }

  private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
  }
}
