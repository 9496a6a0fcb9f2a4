/// A territory as a body's name holds it: 云溪县, or 县 alone where everybody knows which is meant.
struct Place: Sendable, Hashable {
  /// 云溪; empty for a tier alone.
  let stem: String
  /// As written: 县, 自治县, 街道.
  let word: String
  let tier: Tier

  /// The rank of a territory by the word that its name ends in. 市 counts as a city, whether or not it has districts.
  enum Tier: Int, Sendable, Hashable, Comparable {
    case township, county, city, province

    static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
  }

  /// 自治旗 before 旗: the longest word that fits is the one.
  private static let words: [(word: String, tier: Tier)] = [
    ("自治区", .province), ("省", .province), ("自治州", .city), ("州", .city), ("盟", .city), ("市", .city),
    ("自治县", .county), ("县", .county), ("自治旗", .county), ("旗", .county), ("区", .county),
    ("街道", .township), ("镇", .township), ("乡", .township), ("苏木", .township),
  ]

  /// The places that a name begins with, from the widest to the narrowest, and what follows them.
  ///
  /// - Parameter isSure: whether it is the name of a body, and not perhaps ordinary words before one.
  static func leading(_ name: String, isSure: Bool) -> (places: [Place], rest: String) {
    var places: [Place] = []
    var rest = name[...]
    while let place = first(rest, isFirst: places.isEmpty, isSure) {
      // The territories of a name become narrower: 云溪县农牧场区 has no district.
      if let wider = places.last, place.tier >= wider.tier, wider.tier != .city || place.tier != .city {
        break
      }
      places.append(place)
      rest = rest.dropFirst(place.stem.count + place.word.count)
      if place.stem.isEmpty { break }
    }
    return (places, String(rest))
  }

  private static func first(_ name: Substring, isFirst: Bool, _ isSure: Bool) -> Place? {
    let named = (1...longestStem).lazy.compactMap { place(name, $0, isSure) }.first
    guard isFirst, let bare = place(name, 0, isSure) else { return named }
    // 镇岭县 begins with the word for a town. A tier alone has no other tier close behind.
    return named.flatMap { $0.stem.count <= longestPlainStem ? $0 : nil } ?? bare
  }

  private static func place(_ name: Substring, _ length: Int, _ isSure: Bool) -> Place? {
    guard length < name.count else { return nil }
    let stem = String(name.prefix(length))
    let rest = name.dropFirst(length)
    guard let (word, tier) = words.first(where: { rest.hasPrefix($0.word) }) else { return nil }
    let after = rest.dropFirst(word.count)
    return isPlausible(stem, word, after, isSure) ? Place(stem: stem, word: word, tier: tier) : nil
  }

  /// In characters: 双江拉祜族佤族布朗族傣族自治县 and its like.
  private static let longestStem = 12
  private static let longestPlainStem = 4

  private static func isPlausible(_ stem: String, _ word: String, _ after: Substring, _ isSure: Bool) -> Bool
  {
    if partsOfWords[word]?.contains(where: after.hasPrefix) == true { return false }
    // 云州市: a name goes on behind a 州 of its own.
    if word == "州", after.hasPrefix("市") || after.hasPrefix("区") || after.hasPrefix("县") { return false }
    switch stem.count {
    case 0: return true
    case 1: return word == "县" && PlaceWords.shortStems.contains(stem)
    case 2...longestPlainStem: return !PlaceWords.isCommon(stem, word, isSure)
    default: return stem.contains("族") || word.hasPrefix("自治")
    }
  }

  /// 市场, 乡村 and 区域 are words, and no places.
  private static let partsOfWords: [String: [String]] = [
    "市": ["场", "政工", "政设", "政管", "容", "民中", "民服", "民热", "级", "直", "委", "域"],
    "省": ["级", "直", "委", "际"], "州": ["级", "直", "委", "际"], "县": ["级", "直", "委", "域"],
    "区": ["级", "直", "委", "域", "划"], "镇": ["级", "化", "域", "村"], "乡": ["级", "村", "镇"],
  ]
}
