/// The automaton of Aho and Corasick over folded bytes, without regard to the case of ASCII letters: reads a
/// text once, whatever the number of words.
struct WordTrie: Sendable {
  /// Bytes that occur in no word share one class.
  private let classes: [UInt8]
  private let width: Int
  /// `next[state * width + class]`; empty when it is `narrow`.
  private var next: [Int32] = []
  /// The same in half the room, where there are no more states than that.
  private var narrow: [UInt16] = []
  private(set) var depth: [Int32] = []
  /// The word that ends in a state as its whole way from the start; -1 for none.
  private(set) var word: [Int32] = []
  /// The state of the longest word that is a true suffix of a state; -1 for none.
  private(set) var shorter: [Int32] = []

  /// Of words that are given twice, the last is known.
  init(_ words: [[UInt8]]) {
    (classes, width) = Self.classes(words)
    next.reserveCapacity(Self.stateCount(words) * width)
    addState(depth: 0)
    for (index, word) in words.enumerated() where !word.isEmpty { insert(word, index) }
    link()
    if stateCount <= Int(UInt16.max) + 1 {
      narrow = next.map { UInt16($0) }
      next = []
    }
  }

  var stateCount: Int { depth.count }

  /// One for each different beginning.
  private static func stateCount(_ words: [[UInt8]]) -> Int {
    let sorted = words.map { $0.map(lowered) }.sorted { $0.lexicographicallyPrecedes($1) }
    return zip([[]] + sorted, sorted).reduce(1) { count, pair in
      count + pair.1.count - zip(pair.0, pair.1).prefix { $0 == $1 }.count
    }
  }

  func step(_ state: Int, _ byte: UInt8) -> Int {
    let slot = state * width + Int(classes[Int(byte)])
    return next.isEmpty ? Int(narrow[slot]) : Int(next[slot])
  }

  private static func classes(_ words: [[UInt8]]) -> ([UInt8], Int) {
    var classes = [UInt8](repeating: 0, count: 256)
    var count = 1
    for byte in words.joined() where classes[Int(lowered(byte))] == 0 {
      classes[Int(lowered(byte))] = UInt8(count)
      count += 1
    }
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { classes[Int(byte)] = classes[Int(lowered(byte))] }
    return (classes, count)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }

  @discardableResult
  private mutating func addState(depth newDepth: Int32) -> Int32 {
    next.append(contentsOf: repeatElement(-1, count: width))
    depth.append(newDepth)
    word.append(-1)
    return Int32(depth.count - 1)
  }

  private mutating func insert(_ bytes: [UInt8], _ index: Int) {
    var state: Int32 = 0
    for byte in bytes {
      let slot = Int(state) * width + Int(classes[Int(byte)])
      if next[slot] < 0 {
        let fresh = addState(depth: depth[Int(state)] + 1)
        next[slot] = fresh
      }
      state = next[slot]
    }
    word[Int(state)] = Int32(index)
  }

  /// Fills in, breadth first, where a state goes when its own branch ends.
  private mutating func link() {
    var failure = [Int32](repeating: 0, count: depth.count)
    shorter = [Int32](repeating: -1, count: depth.count)
    var queue: [Int32] = [0]
    var head = 0
    while head < queue.count {
      let state = Int(queue[head])
      head += 1
      let suffix = Int(failure[state])
      if state != 0 { shorter[state] = word[suffix] >= 0 ? failure[state] : shorter[suffix] }
      for symbol in 0..<width {
        let slot = state * width + symbol
        let fallback = state == 0 ? 0 : next[suffix * width + symbol]
        guard next[slot] >= 0 else {
          next[slot] = fallback
          continue
        }
        failure[Int(next[slot])] = fallback
        queue.append(next[slot])
      }
    }
  }
}
