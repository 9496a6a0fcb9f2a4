/// Reads what `pdftotext -bbox-layout` writes: XHTML of one fixed shape, of which only the pages and the words
/// with their boxes matter. Anything else is passed over.
struct PDFListing {
  private let bytes: [UInt8]
  private var index = 0
  private var found: [PDFPage] = []

  static func pages(_ bytes: [UInt8]) -> [PDFPage] {
    var listing = PDFListing(bytes: bytes)
    while let tag = listing.nextTag() { listing.take(tag) }
    return listing.found
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func take(_ tag: ArraySlice<UInt8>) {
    if tag.starts(with: Self.page) {
      guard let width = number("width", tag), let height = number("height", tag) else { return }
      found.append(PDFPage(width: width, height: height))
    } else if tag.starts(with: Self.word), !found.isEmpty {
      let text = PDFCharacters.cleaned(textUpToTag())
      guard let box = box(tag), !text.isEmpty else { return }
      found[found.count - 1].words.append(PDFWord(box: box, text: text))
    }
  }

  private static let page = Array("page ".utf8)
  private static let word = Array("word ".utf8)

  /// What stands between the next `<` and its `>`.
  private mutating func nextTag() -> ArraySlice<UInt8>? {
    guard let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    index = close + 1
    return bytes[(open + 1)..<close]
  }

  private mutating func textUpToTag() -> ArraySlice<UInt8> {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
    defer { index = end }
    return bytes[index..<end]
  }

  private func box(_ tag: ArraySlice<UInt8>) -> PDFBox? {
    guard let minX = number("xMin", tag), let minY = number("yMin", tag), let maxX = number("xMax", tag),
      let maxY = number("yMax", tag), minX < maxX, minY < maxY
    else { return nil }
    return PDFBox(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
  }

  /// The value of `name="12.5"`; nil when it is none that a page can have.
  private func number(_ name: String, _ tag: ArraySlice<UInt8>) -> Double? {
    let opening = Array(" \(name)=\"".utf8)
    guard let start = tag.indices.first(where: { tag[$0...].starts(with: opening) }) else { return nil }
    let digits = tag[(start + opening.count)...].prefix { $0 != UInt8(ascii: "\"") }
    guard digits.count < 24, let value = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
    return abs(value) < 100_000 ? value : nil
  }
}
