/// Writes a PDF of text at places: one font that every reader has, nothing compressed.
struct PDFPen {
  static let width = 595.0
  static let height = 842.0

  private var pages: [String] = [""]

  var pageCount: Int { pages.count }

  mutating func turnPage() { pages.append("") }

  /// - Parameters:
  ///   - left: in points from the left.
  ///   - top: of the line, in points from the top.
  mutating func write(_ text: String, left: Double, top: Double, size: Double, page: Int? = nil) {
    if text.isEmpty { return }
    let hexadecimal = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    let line =
      "BT /F1 \(size) Tf 1 0 0 1 \(left) \(Self.height - top - 0.88 * size) Tm <\(hexadecimal.joined())> Tj ET\n"
    pages[page ?? pages.count - 1] += line
  }

  /// As the font has it: half an em for ASCII, an em for anything else.
  static func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? 0.5 : 1) } * size
  }

  var bytes: [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(2 * $0 + 6) 0 R" }.joined(separator: " "))] >>",
      "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] "
        + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
      "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
        + "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    for (index, content) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(Self.width) \(Self.height)] "
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
