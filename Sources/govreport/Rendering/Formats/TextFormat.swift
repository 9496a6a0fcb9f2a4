import Inspection

extension CheckFormat {
  /// For people at a terminal.
  static let text = CheckFormat(name: "text", purpose: "for people") { _ in TextFormat() }
}

private struct TextFormat: CheckRenderer {
  private var inputs = 0

  mutating func report(_ examination: Examination) -> String {
    inputs += 1
    return TextRenderer.render(examination) + "\n"
  }

  mutating func unread(_ problem: String) -> String {
    inputs += 1
    return ""
  }

  /// One report needs no sum.
  func end(_ tally: Tally, status: Int32) -> String { inputs > 1 ? tally.summary + "\n" : "" }
}
