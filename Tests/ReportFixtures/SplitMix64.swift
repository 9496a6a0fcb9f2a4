import Glibc

/// A small generator whose whole state is its seed, so that a failing case can be had again.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { self.state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True once in so many times.
  public mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}

/// The seed of a run of random cases: `GOVREPORT_SEED` when it is set, else a new one; printed either way.
public enum Seed {
  public static func announced(_ name: String) -> UInt64 {
    let given = getenv("GOVREPORT_SEED").flatMap { UInt64(String(cString: $0)) }
    let seed = given ?? UInt64.random(in: 0...UInt64.max)
    print("\(name): GOVREPORT_SEED=\(seed)")
    return seed
  }

  /// How many cases a property is tried on: `GOVREPORT_CASES` times as many as usual, when that is set.
  public static func cases(_ usual: Int) -> Int {
    usual * (getenv("GOVREPORT_CASES").flatMap { Int(String(cString: $0)) } ?? 1)
  }
}
