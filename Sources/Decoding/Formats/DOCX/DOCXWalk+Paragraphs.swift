extension DOCXWalk.OpenParagraph {
  mutating func take(_ name: String, _ part: XMLPart) {
    switch name {
    case "w:pStyle": style = part.attribute("val")
    case "w:numId": number.list = part.attribute("val")
    case "w:ilvl": number.level = part.attribute("val").flatMap { Int($0) }
    case "w:outlineLvl": outlineLevel = part.attribute("val").flatMap { Int($0) }
    case "w:del": isJoined = true
    default: break
    }
  }
}

extension DOCXWalk {
  mutating func write(_ string: String) {
    var string = string
    string.withUTF8 { write($0) }
  }

  mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    if let first = text.first(where: { $0 > 0x20 }) { beginParagraph(with: first) }
    flow.append(text)
  }

  mutating func endParagraph() {
    let paragraph = paragraphs.removeLast()
    // An empty paragraph of a list is counted, too.
    if !paragraph.hasBegun { _ = numbering.next(reference(paragraph)) }
    if paragraph.isJoined { return }
    flow.endLine()
    flow.headingLevel = nil
  }

  private mutating func beginParagraph(with first: UInt8) {
    guard let paragraph = paragraphs.last, !paragraph.hasBegun else { return }
    paragraphs[paragraphs.count - 1].hasBegun = true
    flow.headingLevel = headingLevel(paragraph)
    if let number = numbering.next(reference(paragraph)) { flow.append(Self.set(off: number, from: first)) }
  }

  private func headingLevel(_ paragraph: OpenParagraph) -> Int? {
    guard !flow.isInTable, let level = paragraph.outlineLevel ?? styles.outlineLevel(paragraph.style),
      (0...5).contains(level)
    else { return nil }
    return level + 1
  }

  private func reference(_ paragraph: OpenParagraph) -> DOCXNumbering.Reference {
    let styled = styles.number(paragraph.style)
    return DOCXNumbering.Reference(
      list: paragraph.number.list ?? styled.list, level: paragraph.number.level ?? styled.level)
  }

  /// Keeps a number from running into the text: `1.` before `12件` would make 1.12 of it, `1` before it 112.
  private static func set(off number: String, from first: UInt8) -> String {
    // A full-width digit begins with EF, too.
    let isBeforeDigit = first &- UInt8(ascii: "0") < 10 || first == 0xEF
    guard let last = number.last else { return number }
    if isBeforeDigit, last == "." || last == "．" { return number.dropLast() + "、" }
    return last.isLetter || last.isNumber ? number + "、" : number
  }
}
