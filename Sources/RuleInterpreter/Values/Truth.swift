/// Strong Kleene logic: true, false, or unknown for reasons.
enum Truth: Sendable, Hashable {
  case yes
  case no
  case unknown(Causes)

  init(_ value: Bool) { self = value ? .yes : .no }

  var negated: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: self
    }
  }

  /// False as soon as one is; otherwise unknown for the reasons of all that are.
  func and(_ other: @autoclosure () -> Truth) -> Truth {
    if self == .no { return .no }
    let other = other()
    switch (self, other) {
    case (_, .no): return .no
    case (.unknown(let left), .unknown(let right)): return .unknown(left.union(right))
    case (.unknown, _): return self
    default: return other
    }
  }

  func or(_ other: @autoclosure () -> Truth) -> Truth {
    if self == .yes { return .yes }
    return negated.and(other().negated).negated
  }
}
