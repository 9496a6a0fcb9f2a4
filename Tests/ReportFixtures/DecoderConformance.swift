public import Decoding
import Diagnostics
public import Documents

/// What every decoder has to keep, whatever its format.
public enum DecoderConformance {
  /// The ways in which a document breaks the rules; none when it is sound.
  public static func check(_ document: Document, limits: Limits = .standard) -> [String] {
    var faults: [String] = []
    let bytes = document.source.bytes
    if String(validating: bytes, as: UTF8.self) == nil { faults.append("the source is not UTF-8") }
    let check = { (span: SourceSpan, what: String) in
      guard span.lower >= 0, span.upper <= bytes.count else {
        return faults.append("\(what): \(span) is outside")
      }
      if !isBoundary(bytes, span.lower) || !isBoundary(bytes, span.upper) {
        faults.append("\(what): \(span) cuts a character")
      }
      // What a finding quotes is what stands there.
      if Array(document.source.text(span).utf8) != Array(bytes[span.lower..<span.upper]) {
        faults.append("\(what): \(span) quotes other text")
      }
    }
    var end = 0
    var cells = 0
    for (number, block) in document.blocks.enumerated() {
      check(block.span, "block \(number)")
      if block.span.lower < end { faults.append("block \(number) begins before the one above it ends") }
      end = block.span.upper
      guard case .table(let table) = block else { continue }
      for row in table.rows {
        check(row.span, "row in block \(number)")
        cells += row.cells.count
        for cell in row.cells { check(cell.span, "cell in block \(number)") }
        let columns = row.cells.map(\.column)
        if zip(columns, columns.dropFirst()).contains(where: { $0 >= $1 }) {
          faults.append("block \(number): the columns of a row do not rise")
        }
      }
    }
    if cells > limits.cells { faults.append("\(cells) cells are beyond the limit") }
    return faults
  }

  /// Inputs that every decoder must end on in a document or a `DecodingFailure`, never in a trap.
  public static let hostile: [(name: String, bytes: [UInt8])] = [
    ("one NUL", [0]), ("a lone mark", [0xEF, 0xBB, 0xBF]), ("a lone UTF-16 mark", [0xFF, 0xFE]),
    ("half a character", [0xE4, 0xB8]), ("an odd UTF-16 tail", [0xFF, 0xFE, 0x2D]),
    ("a lone surrogate", [0xFF, 0xFE, 0x00, 0xD8]), ("line ends", Array("\n\r\n\r\r\n".utf8)),
    ("pipes", Array(repeating: UInt8(ascii: "|"), count: 4096)),
    ("tabs", Array(repeating: UInt8(ascii: "\t"), count: 4096)),
    ("hashes", Array(repeating: UInt8(ascii: "#"), count: 4096)),
    ("asterisks", Array("| ** | **** | ***** |".utf8)), ("a rule alone", Array("|---|".utf8)),
    ("spaces", Array(String(repeating: "\u{3000}", count: 500).utf8)),
    ("long digits", Array(repeating: UInt8(ascii: "9"), count: 10_000)),
  ]

  private static func isBoundary(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
