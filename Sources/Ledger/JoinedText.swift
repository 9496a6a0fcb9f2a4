internal import Inspection

/// Digits that ran together, as the ledger keeps them: a line for each row, `t2.normative.issued
/// t2.normative.repealed=58 45`. Few reports have any.
enum JoinedText {
  static func encode(_ joined: [JoinedCells]) -> String {
    joined.map { $0.keys.joined(separator: " ") + "=" + $0.runs.joined(separator: " ") }
      .joined(separator: "\n")
  }

  static func decode(_ text: String) -> [JoinedCells] {
    text.split(separator: "\n").compactMap { line in
      let sides = line.split(separator: "=").map { $0.split(separator: " ").map(String.init) }
      return sides.count == 2 ? JoinedCells(keys: sides[0], runs: sides[1]) : nil
    }
  }
}
