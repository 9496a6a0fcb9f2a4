/// The lists of a word processor's file, which number paragraphs by themselves.
struct DOCXNumbering {
  /// What a paragraph or a style says of its number.
  struct Reference {
    /// `0` takes a number away that the style brings.
    var list: String?
    /// From 0.
    var level: Int?
  }

  struct Level {
    var start = 1
    var format = "decimal"
    /// `%1、`, where `%1` stands for the number of the first level.
    var text = ""
    /// Whether numbers of outer levels are shown in digits.
    var isLegal = false
  }

  private struct Definition {
    var levels: [Int: Level] = [:]
    var style: String?
    var linkedStyle: String?
  }

  private struct List {
    var definition = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var definitions: [String: Definition] = [:]
  private var lists: [String: List] = [:]
  private var values: [String: [Int?]] = [:]
  private var begun: Set<String> = []

  private static let levelCount = 9

  init(_ part: [UInt8], limits: Limits) throws(DecodingFailure) {
    var place = Place()
    try XMLPart.forEach(part, limits: limits) { (part, event) throws(DecodingFailure) in
      switch event {
      case .start(let name, _): take(part, name, &place)
      case .end("w:abstractNum"): place.definition = nil
      case .end("w:num"): place.list = nil
      case .end("w:lvl"): place.isInLevel = false
      case .end, .text: break
      }
    }
  }

  /// The number of the next paragraph of a list, as it is shown; nil when it shows none.
  mutating func next(_ reference: Reference) -> String? {
    guard let id = reference.list, id != "0", let list = lists[id] else { return nil }
    let depth = max(0, min(reference.level ?? 0, Self.levelCount - 1))
    let levels = levels(list)
    guard let level = levels[depth] else { return nil }
    // Lists of one definition count on from one another, unless one says where it starts.
    var numbers = values[list.definition] ?? Array(repeating: nil, count: Self.levelCount)
    if let start = list.starts[depth], begun.insert("\(id) \(depth)").inserted {
      numbers[depth] = start
    } else {
      numbers[depth] = numbers[depth].map { $0 &+ 1 } ?? level.start
    }
    for deeper in (depth + 1)..<max(depth + 1, Self.levelCount) { numbers[deeper] = nil }
    values[list.definition] = numbers
    return Self.shown(level, numbers, levels)
  }

  private func levels(_ list: List) -> [Int: Level] {
    var definition = definitions[list.definition]
    if let style = definition?.linkedStyle {
      definition = definitions.values.first { $0.style == style } ?? definition
    }
    return (definition?.levels ?? [:]).merging(list.levels) { $1 }
  }

  private static func shown(_ level: Level, _ numbers: [Int?], _ levels: [Int: Level]) -> String? {
    if level.format == "bullet" || level.format == "none" { return nil }
    var text = ""
    var isReference = false
    for character in level.text {
      if isReference, let outer = character.wholeNumberValue, (1...levelCount).contains(outer) {
        let format = level.isLegal ? "decimal" : levels[outer - 1]?.format ?? "decimal"
        text += DOCXNumeral.text(numbers[outer - 1] ?? levels[outer - 1]?.start ?? 1, format: format)
        isReference = false
      } else if character == "%" {
        isReference = true
      } else {
        text.append(character)
      }
    }
    return text.isEmpty ? nil : text
  }

  /// Where in the part the reading is.
  private struct Place {
    var definition: String?
    var list: String?
    var level = 0
    var isInLevel = false
  }

  private mutating func take(_ part: XMLPart, _ name: String, _ place: inout Place) {
    let value = part.attribute("val")
    switch name {
    case "w:abstractNum":
      place.definition = part.attribute("abstractNumId")
      if let id = place.definition { definitions[id] = Definition() }
    case "w:num":
      place.list = part.attribute("numId")
      if let id = place.list { lists[id] = List() }
    case "w:styleLink": place.definition.map { definitions[$0]?.style = value }
    case "w:numStyleLink": place.definition.map { definitions[$0]?.linkedStyle = value }
    case "w:abstractNumId": place.list.map { lists[$0]?.definition = value ?? "" }
    case "w:lvlOverride": place.level = part.attribute("ilvl").flatMap { Int($0) } ?? 0
    case "w:startOverride": place.list.map { lists[$0]?.starts[place.level] = value.flatMap { Int($0) } ?? 1 }
    case "w:lvl":
      place.level = part.attribute("ilvl").flatMap { Int($0) } ?? 0
      place.isInLevel = true
      update(place) { $0 = Level() }
    default:
      if place.isInLevel { update(place) { Self.take(name, value, &$0) } }
    }
  }

  private mutating func update(_ place: Place, _ change: (inout Level) -> Void) {
    if let list = place.list {
      change(&lists[list, default: List()].levels[place.level, default: Level()])
    } else if let definition = place.definition {
      change(&definitions[definition, default: Definition()].levels[place.level, default: Level()])
    }
  }

  private static func take(_ name: String, _ value: String?, _ level: inout Level) {
    switch name {
    case "w:start": level.start = value.flatMap { Int($0) } ?? 1
    case "w:numFmt": level.format = value ?? "decimal"
    case "w:lvlText": level.text = value ?? ""
    case "w:isLgl": level.isLegal = value != "0" && value != "false"
    default: break
    }
  }
}
