/// Writes a PDF of text at places: one font that every reader has, nothing compressed.
package struct PDFPen {
  package var width = 595.0
  package static let height = 842.0

  package init() {}

  private struct Stroke {
    let text: String
    let left: Double
    let top: Double
    let size: Double
  }

  private var pages: [[Stroke]] = [[]]

  package var pageCount: Int { pages.count }

  package mutating func turnPage() { pages.append([]) }

  /// - Parameters:
  ///   - left: in points from the left.
  ///   - top: of the line, in points from the top.
  package mutating func write(_ text: String, left: Double, top: Double, size: Double, page: Int? = nil) {
    if text.isEmpty { return }
    pages[page ?? pages.count - 1].append(Stroke(text: text, left: left, top: top, size: size))
  }

  /// A gap of a fifth of an em.
  package static let hair: Unicode.Scalar = "\u{200A}"

  /// As the font has it: half an em for ASCII, an em for anything else.
  package static func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1 == hair ? 0.2 : $1.value < 0x80 ? 0.5 : 1) } * size
  }

  private static func operators(_ stroke: Stroke) -> String {
    var left = stroke.left
    return stroke.text.split(separator: Character(hair), omittingEmptySubsequences: false).map { piece in
      defer { left += width(String(piece) + String(hair), size: stroke.size) }
      return operators(String(piece), left, stroke)
    }.joined()
  }

  private static func operators(_ text: String, _ left: Double, _ stroke: Stroke) -> String {
    let hexadecimal = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "BT /F1 \(stroke.size) Tf 1 0 0 1 \(left) \(height - stroke.top - 0.88 * stroke.size) Tm "
      + "<\(hexadecimal.joined())> Tj ET\n"
  }

  /// What pdftotext would say of the pages: so many more cases can be tried than with a child process each.
  ///
  /// - Parameter leading: how tall the font says that it is, in ems.
  package func listing(leading: Double = 1) -> [UInt8] {
    var text = ""
    for strokes in pages {
      text += "<page width=\"\(width)\" height=\"\(Self.height)\">\n"
      for stroke in strokes { text += Self.words(stroke, leading) }
      text += "</page>\n"
    }
    return Array(text.utf8)
  }

  /// A space ends a word.
  private static func words(_ stroke: Stroke, _ leading: Double) -> String {
    var text = ""
    var left = stroke.left
    let top = stroke.top - (leading - 1) * 0.7 * stroke.size
    for piece in pieces(stroke.text) {
      let right = left + width(piece, size: stroke.size)
      if piece != " ", piece != String(hair) {
        text += "<word xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(right)\" "
        text += "yMax=\"\(top + leading * stroke.size)\">\(escaped(piece[...]))</word>\n"
      }
      left = right
    }
    return text
  }

  /// Words and spaces.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = [""]
    for character in text {
      let isSpace = character == " " || character == Character(hair)
      if isSpace { pieces += [String(character), ""] } else { pieces[pieces.count - 1].append(character) }
    }
    return pieces.filter { !$0.isEmpty }
  }

  private static func escaped(_ text: Substring) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
      .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
  }

  package var bytes: [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(2 * $0 + 6) 0 R" }.joined(separator: " "))] >>",
      "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] "
        + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
      "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
        + "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    for (index, strokes) in pages.enumerated() {
      let content = strokes.map(Self.operators).joined()
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(Self.height)] "
          + "/Resources << /Font << /F1 3 0 R >> >> /Contents \(2 * index + 7) 0 R >>")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream")
    }
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }
}
