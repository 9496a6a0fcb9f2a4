/// Where in the matches of a part of a pattern a full stop or a semicolon can stand. A pattern in which it can only
/// be the first or the last character of a match finds nothing that goes on from one sentence into another.
struct StopPlaces: Equatable {
  /// Whether the part can match nothing at all, and whether it can match something.
  private var canBeNothing: Bool
  private var canBeSomething: Bool
  /// Whether a stop can be all of a match; the first of a longer one; its last; or have something on both sides.
  private var isAlone = false
  private var isFirst = false
  private var isLast = false
  private(set) var isWithin = false

  private init(canBeNothing: Bool, canBeSomething: Bool) {
    self.canBeNothing = canBeNothing
    self.canBeSomething = canBeSomething
  }

  static let nothing = StopPlaces(canBeNothing: true, canBeSomething: false)

  /// Any one character, or any of a class that holds a stop or does not.
  static func character(canBeStop: Bool) -> StopPlaces {
    var places = StopPlaces(canBeNothing: false, canBeSomething: true)
    places.isAlone = canBeStop
    return places
  }

  /// Characters that stand for themselves.
  static func characters(_ bytes: [UInt8]) -> StopPlaces {
    var places = nothing
    var index = 0
    while index < bytes.count {
      let (_, length) = CharacterClass.scalar(bytes, at: index)
      let isStop = stops.contains { bytes[index...].starts(with: $0) }
      places = places.followed(by: character(canBeStop: isStop))
      index += length
    }
    return places
  }

  /// Few patterns keep from others.
  static let stops = ["。", "；"].map { Array($0.utf8) }

  func followed(by next: StopPlaces) -> StopPlaces {
    var places = StopPlaces(
      canBeNothing: canBeNothing && next.canBeNothing, canBeSomething: canBeSomething || next.canBeSomething)
    places.isAlone = isAlone && next.canBeNothing || canBeNothing && next.isAlone
    places.isFirst = isFirst || isAlone && next.canBeSomething || canBeNothing && next.isFirst
    places.isLast = next.isLast || next.isAlone && canBeSomething || next.canBeNothing && isLast
    places.isWithin =
      isWithin || next.isWithin || isLast && next.canBeSomething || next.isFirst && canBeSomething
    return places
  }

  func or(_ other: StopPlaces) -> StopPlaces {
    var places = StopPlaces(
      canBeNothing: canBeNothing || other.canBeNothing, canBeSomething: canBeSomething || other.canBeSomething
    )
    places.isAlone = isAlone || other.isAlone
    places.isFirst = isFirst || other.isFirst
    places.isLast = isLast || other.isLast
    places.isWithin = isWithin || other.isWithin
    return places
  }

  /// The part many times: between two others, and no more than three are needed to see all there is.
  func repeated(least: Int, most: Int?) -> StopPlaces {
    guard most != 0 else { return .nothing }
    let once = least == 0 ? or(.nothing) : self
    guard most != 1 else { return once }
    let further = least > 1 ? self : or(.nothing)
    return once.followed(by: further).followed(by: most == 2 ? .nothing : least > 2 ? self : or(.nothing))
  }
}
