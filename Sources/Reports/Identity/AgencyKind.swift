/// What kind of body a report is of: who must publish by when, and who may make 规章, depends on it.
public struct AgencyKind: Sendable, Hashable {
  /// The tier of administration that it belongs to; nil when its name does not tell.
  public let level: Level?
  /// Nil when its name does not tell.
  public let body: Body?

  public enum Level: String, Sendable, Hashable, CaseIterable {
    case province = "省"
    /// A city with districts, or an autonomous prefecture: the governments that may make 规章
    /// (立法法 第九十三条). 地区 and 盟 stand beside them.
    case city = "设区的市"
    case county = "县"
    case township = "乡镇"
  }

  public enum Body: String, Sendable, Hashable, CaseIterable {
    /// A people's government, which reports for its whole territory.
    case government = "政府"
    /// Its office, which may report for the government or for itself.
    case office = "办公室"
    case department = "部门"
  }

  /// - Parameter name: in canonical form: 云溪县 is the government, 云溪县政府办公室 its office.
  public init(_ name: String) {
    let text = Array(name.utf8)[...]
    self.body = Self.body(text)
    self.level = Self.level(text, body)
  }

  private static let townships: [Needle] = ["镇", "乡", "街道", "街道办事处", "苏木"]
  private static let counties: [Needle] = ["县", "旗", "林区", "特区"]
  private static let regions: [Needle] = ["市", "区", "州", "盟", "省"]
  private static let departments: [Needle] = [
    "局", "委", "委员会", "厅", "署", "队", "所", "站", "院", "中心", "部", "处", "专员办",
  ]
  private static let provinces: [Needle] = [
    "北京市", "天津市", "上海市", "重庆市", "内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区",
  ]

  private static func body(_ name: ArraySlice<UInt8>) -> Body? {
    let offices: [Needle] = [
      "政府办", "政府办公室", "政府办公厅", "行署办", "行署办公室", "乡办公室", "镇办公室", "街道办公室", "办事处办公室",
    ]
    if offices.contains(where: { name.ends($0) }) { return .office }
    if (townships + counties + regions).contains(where: { name.ends($0) }) {
      // 开发区, 实验区 and 垦区 have a 管委会 or 管理局 and no government.
      let zones: [Needle] = [
        "开发区", "实验区", "示范区", "新区", "园区", "高新区", "管理区", "度假区", "垦区", "经济特区",
      ]
      return zones.contains { name.ends($0) } ? nil : .government
    }
    if name.ends("管委会") || name.ends("管理委员会") { return nil }
    return departments.contains { name.ends($0) } || isNamedOffice(name) ? .department : nil
  }

  /// 云溪县人民防空办公室: an office with a task of its own. 云溪县办公室 and that of a 管委会 are none.
  private static func isNamedOffice(_ name: ArraySlice<UInt8>) -> Bool {
    let place = place(name)
    let task = name[place.endIndex...].droppingLast("办公室")
    return !place.isEmpty && name.ends("办公室") && task.count >= 6 && !task.holds("委")
  }

  /// The lowest tier that the name holds. A 市 or 区 that stands alone may be of either of two tiers.
  private static func level(_ name: ArraySlice<UInt8>, _ body: Body?) -> Level? {
    guard let body else { return nil }
    let place = body == .government ? name : self.place(name)
    if townships.contains(where: { place.ends($0) }) { return .township }
    if counties.contains(where: { place.ends($0) }) { return .county }
    if place.ends("地区") { return .city }
    if place.ends("省") || provinces.contains(where: { place.elementsEqual($0.bytes) }) { return .province }
    if place.ends("州") || place.ends("盟") { return .city }
    // 甲市乙区: a district of a city, even of one of the four that rank as provinces.
    if place.ends("区") { return place.holds("市") && !place.ends("新区") ? .county : nil }
    if place.ends("市") { return cityLevel(place) }
    return nil
  }

  private static func cityLevel(_ place: ArraySlice<UInt8>) -> Level? {
    let name = place.string.split(separator: "省").last.map(String.init) ?? place.string
    if PrefectureCities.names.contains(name) { return .city }
    // 甲市乙市, 甲州乙市: a county-level city below its prefecture. 岚州市 has 州 in its own name.
    let head = place.dropLast(3).droppingLast("州")
    return head.holds("市") || head.holds("州") ? .county : nil
  }

  /// The part of a name up to and with the last character that ends a place.
  static func place(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let endings: [Needle] = ["街道", "镇", "乡", "县", "旗", "区", "市", "州", "盟", "省"]
    var best = name.startIndex
    for ending in endings {
      var rest = name
      while let index = rest.first(ending) {
        let end = index + ending.bytes.count
        // 城乡, 市场, 地区 and 社区 are parts of a department's name.
        if !isPartOfAWord(name, index, end) || isPrefecture(name, index) { best = max(best, end) }
        rest = name[end...]
      }
    }
    return name[name.startIndex..<best]
  }

  /// Whether 云溪地区 begins a name, with no place but its province before it.
  private static func isPrefecture(_ name: ArraySlice<UInt8>, _ index: Int) -> Bool {
    let head = name[..<index]
    guard name[index...].begins("区"), head.ends("地"), head.count >= 9 else { return false }
    let lower: [Needle] = ["县", "旗", "市", "州", "盟", "镇", "乡", "街道"]
    return !lower.contains { head.holds($0) }
  }

  private static func isPartOfAWord(_ name: ArraySlice<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let before: [Needle] = ["城", "社", "地", "辖", "园", "景", "片", "小"]
    let after: [Needle] = ["场", "政", "容", "村", "域", "划", "民", "运"]
    return before.contains { name[..<start].ends($0) }
      || after.contains { name[end...].begins($0) && !(name[end...].begins("政府")) && isBare(name, end) }
  }

  /// Whether nothing before an offset is a place already: in 云溪县市政管理局 the place is 云溪县.
  private static func isBare(_ name: ArraySlice<UInt8>, _ end: Int) -> Bool {
    let endings: [Needle] = ["镇", "乡", "县", "旗", "区", "市", "州", "省"]
    return endings.contains { name[..<(end - 3)].ends($0) } || name[..<(end - 3)].isEmpty
      || name[end...].begins("场")
  }
}
