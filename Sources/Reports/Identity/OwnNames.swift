/// What a report calls the agency that it speaks for: `县水务局`, `局` and `局机关` in the report of 云溪县水务局.
///
/// Who is meant by `我局` is plain; who is meant by `县水务局` depends on whose report it is.
public enum OwnNames {
  /// - Parameter agency: in canonical form.
  /// - Returns: folded, the longest first.
  public static func of(_ agency: String) -> [String] {
    let kind = AgencyKind(agency)
    // A county speaks for all its bodies, its government as one of them only for itself: 县政府 can be either.
    if kind.body == .government, kind.level != .township { return [agency] }
    let names = self.names(agency, kind).filter { !$0.isEmpty }
    // 住房和城乡建设局 is 住房城乡建设局 as well.
    let spoken = names + names.map { $0.filter { !"和与及".contains($0) } }
    let all = spoken.flatMap { name in additions.map { name + $0 } }
    return Array(Set(all)).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// 云溪县人力资源和社会保障局 in its parts: what of 人力资源和社会保障 is said is up to whoever speaks.
  ///
  /// - Returns: nil for a body of which nobody says the name by halves.
  public static func parts(of agency: String) -> (place: String, task: String, ending: String)? {
    let kind = AgencyKind(agency)
    if kind.body == .government || kind.body == .office { return nil }
    guard let ending = ["委员会", "局", "厅", "委", "中心"].first(where: { agency.hasSuffix($0) }) else { return nil }
    let place = AgencyKind.place(Array(agency.utf8)[...]).string
    let task = String(agency.dropFirst(place.count).dropLast(ending.count))
    return task.isEmpty ? nil : (place, task, ending == "委员会" ? "委" : ending)
  }

  /// What only wider bodies call themselves: 全县 in the report of 云溪县水务局, 全市 in that of 云溪县. None where it is
  /// not sure what is wider.
  public static func wider(than agency: String) -> [String] {
    let kind = AgencyKind(agency)
    let tiers = ["国", "省", "市", "州", "县", "区", "旗"]
    switch (kind.body, kind.level) {
    case (.department, _), (.government, .township): return tiers.map { "全" + $0 }
    case (.government, _):
      guard let own = agency.last.map(String.init), let tier = tiers.firstIndex(of: own), own != "区" else {
        return []
      }
      return tiers[..<tier].filter { own != "州" || $0 != "市" }.map { "全" + $0 }
    default: return []
    }
  }

  private static func names(_ agency: String, _ kind: AgencyKind) -> [String] {
    let place = AgencyKind.place(Array(agency.utf8)[...]).string
    let task = String(agency.dropFirst(place.count))
    let tier = place.last.map(String.init) ?? ""
    switch kind.body {
    case .government: return townshipNames(agency)
    case .office:
      let offices = ["人民政府办公室", "政府办公室", "政府办"]
      return [agency, place + offices[0], task, tier + task, "办公室"] + offices + offices.map { tier + $0 }
    default:
      return (task.isEmpty ? [agency] : [agency, task, tier + task]) + nouns(of: agency, tier)
        + systems(task, tier)
    }
  }

  /// 全市税务系统: what an authority and those below it are together.
  private static func systems(_ task: String, _ tier: String) -> [String] {
    guard let ending = ["委员会", "局", "厅", "委"].first(where: { task.hasSuffix($0) }) else { return [] }
    let stem = task.dropLast(ending.count)
    return ["\(stem)系统", "全\(tier)\(stem)系统", "全系统"]
  }

  /// 云溪县大桥镇 is 大桥镇, 镇政府 and 镇.
  private static func townshipNames(_ name: String) -> [String] {
    let agency = name.hasSuffix("办事处") ? String(name.dropLast(3)) : name
    let tier = ["街道", "镇", "乡", "苏木"].first { agency.hasSuffix($0) } ?? ""
    let own = agency.split(whereSeparator: { "省市县区旗州盟".contains($0) }).last.map(String.init) ?? agency
    let bodies = tier == "街道" ? ["", "办事处", "办"] : ["", "政府", "人民政府"]
    return [agency, own, tier].flatMap { name in bodies.map { name + $0 } } + (tier == "街道" ? ["办事处"] : [])
  }

  /// What such a body is, as it calls itself for short.
  private static func nouns(of agency: String, _ tier: String) -> [String] {
    let nouns = kinds.first { kind in kind.endings.contains { agency.hasSuffix($0) } }?.nouns ?? []
    // 市局 is the bureau; 市委 is the party's committee.
    return nouns + nouns.filter { ["局", "厅"].contains($0) }.map { tier + $0 }
  }

  private static let kinds: [(endings: [String], nouns: [String])] = [
    (["学院", "大学"], ["学校", "学院", "大学"]), (["学校", "中学", "小学"], ["学校"]),
    (["医院", "保健院", "卫生院"], ["医院"]), (["海关"], ["海关"]),
    (["管委会", "管理委员会"], ["管委会", "管理委员会", "开发区", "高新区", "经开区", "园区", "新区", "示范区", "度假区"]),
    (["税务局"], ["税务局", "局"]), (["局"], ["局"]), (["委员会", "委"], ["委"]), (["厅"], ["厅"]), (["中心"], ["中心"]),
    (["队"], ["支队", "总队", "大队"]), (["馆"], ["馆"]),
  ]

  /// What may follow a name and still mean all of the agency.
  private static let additions: [String] = {
    let offices = ["办公室", "工作机构", "机构", "领导小组办公室", "工作领导小组办公室"].flatMap { office in
      ["政府信息公开", "信息公开", "政务公开", "政府信息公开工作", "信息公开工作", "政务公开工作"].map { $0 + office }
    }
    let lower = ["直属单位", "所属单位", "下属单位", "内设机构", "各科室", "各处室"].flatMap { rank in
      ["", "机关"].flatMap { own in ["及", "和", "与"].map { own + $0 + rank } }
    }
    return ["", "机关", "系统", "党政办公室", "党政办", "综合办公室", "党政综合办公室", "办公室"] + offices + lower
  }()
}
