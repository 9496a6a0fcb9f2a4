/// The name of a body taken apart: 澜坪县水务局 has a place and a task, 澜坪县人民政府 a place alone, 澜坪海关 a kind alone.
struct BodyName: Sendable {
  /// From the widest to the narrowest; the only one may be a tier without a name: 县教育局.
  let places: [Place]
  /// What it does, as it calls itself: 水务局, 第一人民医院; empty for a government and its offices.
  let task: String
  let kind: Kind

  enum Kind: Sendable, Hashable {
    case government
    /// 局, 委员会 and 厅.
    case department
    /// 中心, 馆 and 队: of a rank of their own, or below a department.
    case unit
    case institution(Institution)
    /// 开发区 and the like: of the territory of another government, and with bodies of its own.
    case zone
  }

  enum Institution: Sendable, Hashable, CaseIterable {
    case customs, hospital, school, zoneCommittee, survey
  }

  var lowest: Place? { places.last }

  /// - Parameter isSure: whether it is surely a name, and no words before one.
  init?(_ name: String, isSure: Bool = false) {
    let (places, rest) = Place.leading(Self.withoutNation(name), isSure: isSure)
    guard let kind = Self.kind(rest, hasPlace: !places.isEmpty) else { return nil }
    self.places = places
    self.kind = kind
    self.task = kind == .government ? "" : rest
  }

  /// National bodies have a place behind their own name: 国家税务总局澜坪县税务局 is 澜坪县税务局.
  static func withoutNation(_ name: String) -> String {
    let nation = ["国家税务总局", "国家统计局", "中华人民共和国"].first(where: name.hasPrefix) ?? ""
    return String(name.dropFirst(nation.count))
  }

  private static let governments: Set<String> = [
    "", "政府", "人民政府", "办事处", "党委", "党工委", "党委政府", "党工委办事处",
  ]
  private static let offices = ["办公室", "办公厅", "党政办公室", "党政综合办公室", "综合办公室", "党政办", "办"]

  private static let institutions: [(ending: String, kind: Institution)] = [
    ("海关", .customs), ("医院", .hospital), ("保健院", .hospital), ("卫生院", .hospital), ("血站", .hospital),
    ("疾病预防控制中心", .hospital), ("学院", .school), ("大学", .school), ("学校", .school), ("中学", .school),
    ("小学", .school), ("幼儿园", .school), ("管委会", .zoneCommittee), ("管理委员会", .zoneCommittee), ("调查队", .survey),
  ]
  /// 新区 without a 管委会, and all that is 开发区.
  private static let zones = ["区", "新区"]
  private static let departments = ["局", "委员会", "厅", "委"]

  private static let units = ["中心", "馆", "支队", "大队"]

  private static func kind(_ rest: String, hasPlace: Bool) -> Kind? {
    if hasPlace, governments.contains(rest) || isOfficeOfGovernment(rest) { return .government }
    if rest.hasSuffix("监督管理委员会") { return .department }
    if let institution = institutions.first(where: { rest.hasSuffix($0.ending) }) {
      // 县河湖管理委员会 sees to rivers, and is no 开发区.
      if institution.kind == .zoneCommittee, !rest.contains("区") { return nil }
      return .institution(institution.kind)
    }
    if departments.contains(where: { rest.count > $0.count && rest.hasSuffix($0) }) { return .department }
    if hasPlace, units.contains(where: rest.hasSuffix) { return .unit }
    return zones.contains(where: rest.hasSuffix) ? .zone : nil
  }

  private static func isOfficeOfGovernment(_ rest: String) -> Bool {
    guard let office = offices.first(where: rest.hasSuffix) else { return false }
    return governments.contains(String(rest.dropLast(office.count)))
  }
}
