/// How a body that a report names stands to the agency that reports.
///
/// Only what two names prove: whatever may be another name of the agency, a board on its own door, or a body that
/// nobody can place is `unknown`.
public enum AgencyRelation: String, Sendable, Hashable, CaseIterable {
  case own = "本机关"
  /// Another body of the same rank: its name in a report comes from copying.
  case peer = "同级"
  /// Another 市: of the same rank, or a county-level city of the reporting one.
  case peerOrLower = "同级或下级"
  case higher = "上级"
  case lower = "下级"
  /// Of another rank, another place and another task: above it as little as below.
  case elsewhere = "别处"
  case unknown = "不明"

  /// - Parameters:
  ///   - name: as the prose has it: 县教育局, 澜坪县人民政府.
  ///   - agency: in canonical form.
  public init(of name: String, to agency: String) {
    self = Self.relation(name, agency)
  }

  /// The territories that a name begins with: 澜坪县 of 澜坪县水务局. Empty when it begins with none.
  public static func place(of name: String) -> String {
    let rest = Place.leading(name, isSure: false).rest
    return String(name.dropLast(rest.count))
  }

  private static func relation(_ name: String, _ agency: String) -> AgencyRelation {
    if agency.contains(name) || name.contains(agency) { return .own }
    guard let other = BodyName(name), let own = BodyName(agency, isSure: true) else { return .unknown }
    let names = RelatedNames(own: own, ownName: agency, other: other, otherName: name)
    switch other.kind {
    case .government: return names.ofGovernment()
    case .department: return names.ofDepartment()
    case .institution(let kind): return names.ofInstitution(kind)
    case .unit: return names.ofUnit()
    case .zone: return .unknown
    }
  }
}

/// Two names, compared.
struct RelatedNames {
  let own: BodyName
  let ownName: String
  let other: BodyName
  let otherName: String

  func ofGovernment() -> AgencyRelation {
    guard let place = other.lowest, !place.stem.isEmpty, let here = own.lowest, !isInZone else {
      return .unknown
    }
    if isOwn(place) {
      return place.tier == here.tier && own.kind == .government ? .own : .higher
    }
    if place.tier != here.tier { return place.tier > here.tier ? .higher : .lower }
    guard place.tier == .city || place.tier == .province else { return .peer }
    guard own.kind == .government else { return .unknown }
    return place.tier == .city ? .peerOrLower : .peer
  }

  func ofDepartment() -> AgencyRelation {
    guard let place = other.lowest, !isInZone, !otherName.contains("政府") else { return .unknown }
    switch own.kind {
    case .department: return ofDepartmentToDepartment(place)
    case .government where own.lowest?.tier != .township:
      return isElsewhere(place) && place.tier == own.lowest?.tier ? .peer : .lower
    case .government, .institution:
      // Of which county a 镇 is, its name need not tell.
      return DepartmentWords.hasManyNames(other.task) || otherName.hasPrefix("国家") ? .unknown : .higher
    case .zone, .unit: return .unknown
    }
  }

  /// What is no unit itself may have any.
  func ofUnit() -> AgencyRelation {
    guard own.kind == .unit, let place = other.lowest, let here = own.lowest, place.tier == here.tier else {
      return .unknown
    }
    if isElsewhere(place) { return .peer }
    return DepartmentWords.mayBeSame(other.task, own.task) ? .unknown : .peer
  }

  private func ofDepartmentToDepartment(_ place: Place) -> AgencyRelation {
    guard let here = own.lowest else { return .unknown }
    let sharesTask = DepartmentWords.mayBeSame(other.task, own.task)
    guard place.tier == here.tier else {
      if isElsewhere(place), !sharesTask { return .elsewhere }
      return place.tier > here.tier ? .higher : .lower
    }
    if isElsewhere(place) { return .peer }
    // 自治区商务厅 is not said in a 省.
    if place.stem.isEmpty, place.word != here.word { return .unknown }
    return sharesTask || DepartmentWords.mayBelong(other.task, to: own.task) ? .unknown : .peer
  }

  /// Whether a place is named, and none of the agency's own.
  private func isElsewhere(_ place: Place) -> Bool { !place.stem.isEmpty && !isOwn(place) }

  /// 和云溪县 is 云溪县 behind another word.
  private func isOwn(_ place: Place) -> Bool {
    ownName.contains(place.stem) || own.places.contains { !$0.stem.isEmpty && place.stem.hasSuffix($0.stem) }
  }

  /// What is said of a 开发区 may hold for the county that it lies in.
  private var isInZone: Bool {
    own.kind == .zone || own.kind == .institution(.zoneCommittee)
      || DepartmentWords.zones.contains(where: ownName.contains)
  }
}
