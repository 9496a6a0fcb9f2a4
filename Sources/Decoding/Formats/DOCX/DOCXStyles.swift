/// Which paragraph styles are headings, and which bring an automatic number.
struct DOCXStyles {
  struct Style {
    var base: String?
    /// From 0; 9 is none.
    var outlineLevel: Int?
    var number = DOCXNumbering.Reference()
  }

  private var styles: [String: Style] = [:]
  private var standard: String?

  /// A chain of styles that build on one another ends after so many.
  private static let longestChain = 16

  init(_ part: [UInt8], limits: Limits) throws(DecodingFailure) {
    var current: String?
    var changes = 0
    try XMLPart.forEach(part, limits: limits) { (part, event) throws(DecodingFailure) in
      switch event {
      case .start(let name, _):
        if name.hasSuffix("Change") { changes += 1 }
        if changes == 0 { Self.take(part, name, &styles, &standard, &current) }
      case .end(let name):
        if name.hasSuffix("Change") { changes -= 1 }
        if name == "w:style" { current = nil }
      case .text: break
      }
    }
  }

  /// - Parameter name: nil for the style of paragraphs that name none.
  func outlineLevel(_ name: String?) -> Int? { chain(name).lazy.compactMap(\.outlineLevel).first }

  func number(_ name: String?) -> DOCXNumbering.Reference {
    let chain = chain(name)
    return DOCXNumbering.Reference(
      list: chain.lazy.compactMap(\.number.list).first, level: chain.lazy.compactMap(\.number.level).first)
  }

  private func chain(_ name: String?) -> [Style] {
    var chain: [Style] = []
    var next = name ?? standard
    while let name = next, let style = styles[name], chain.count < Self.longestChain {
      chain.append(style)
      next = style.base
    }
    return chain
  }

  private static func take(
    _ part: XMLPart, _ name: String, _ styles: inout [String: Style], _ standard: inout String?,
    _ current: inout String?
  ) {
    if name == "w:style" {
      guard part.attribute("type") == "paragraph", let id = part.attribute("styleId") else { return }
      current = id
      styles[id] = Style()
      if part.attribute("default").map({ $0 == "1" || $0 == "true" }) == true { standard = id }
    }
    guard let id = current else { return }
    switch name {
    case "w:basedOn": styles[id]?.base = part.attribute("val")
    case "w:outlineLvl": styles[id]?.outlineLevel = part.attribute("val").flatMap { Int($0) }
    case "w:numId": styles[id]?.number.list = part.attribute("val")
    case "w:ilvl": styles[id]?.number.level = part.attribute("val").flatMap { Int($0) }
    default: break
    }
  }
}
