/// Looks for many words at once (Aho–Corasick), over folded bytes, without regard to the case of ASCII
/// letters. Of words that overlap, the leftmost wins, and of those the longest. Marks put between the
/// characters of a word do not hide it: `德·赢`.
struct WordAutomaton: Sendable {
  /// Bytes that occur in no word share one class.
  private let classes: [UInt8]
  private let width: Int
  /// In bytes.
  private let longestWord: Int
  /// `next[state * width + class]`
  private var next: [Int32]
  private var depth: [Int32]
  /// The length of the longest word that ends in a state; 0 for none.
  private var output: [Int32]

  static let mostMatches = 10_000

  init(_ words: [[UInt8]]) {
    (classes, width) = Self.classes(words)
    longestWord = words.map(\.count).max() ?? 0
    next = []
    depth = []
    output = []
    addState(depth: 0)
    for word in words where !word.isEmpty { insert(word) }
    link()
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
    output.append(0)
    return Int32(depth.count - 1)
  }

  private mutating func insert(_ word: [UInt8]) {
    var state: Int32 = 0
    for byte in word {
      let slot = Int(state) * width + Int(classes[Int(byte)])
      if next[slot] < 0 {
        let fresh = addState(depth: depth[Int(state)] + 1)
        next[slot] = fresh
      }
      state = next[slot]
    }
    output[Int(state)] = Int32(word.count)
  }

  /// Fills in, breadth first, where a state goes when its own branch ends.
  private mutating func link() {
    var failure = [Int32](repeating: 0, count: depth.count)
    var queue: [Int32] = [0]
    var head = 0
    while head < queue.count {
      let state = Int(queue[head])
      head += 1
      if output[state] == 0 { output[state] = output[Int(failure[state])] }
      for symbol in 0..<width {
        let slot = state * width + symbol
        let fallback = state == 0 ? 0 : next[Int(failure[state]) * width + symbol]
        guard next[slot] >= 0 else {
          next[slot] = fallback
          continue
        }
        failure[Int(next[slot])] = fallback
        queue.append(next[slot])
      }
    }
  }

  /// The places of words in a range of bytes, from left to right, none overlapping.
  func matches(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let plain = plainMatches(in: bytes, range)
    let divided = DividedWords(longest: longestWord).all(in: bytes, range) { plainMatches(in: $0, $0.indices) }
    guard !divided.isEmpty else { return plain }
    var end = range.lowerBound
    return (plain + divided).sorted { $0.lowerBound < $1.lowerBound }.filter { match in
      guard match.lowerBound >= end else { return false }
      end = match.upperBound
      return true
    }
  }

  private func plainMatches(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { buffer in
      var found: [Range<Int>] = []
      var index = range.lowerBound
      while found.count < Self.mostMatches, let match = first(buffer, index..<range.upperBound) {
        found.append(match)
        index = match.upperBound
      }
      return found
    }
  }

  private func first(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var state = 0
    var best: Range<Int>?
    for index in range {
      state = Int(next[state * width + Int(classes[Int(buffer[index])])])
      // Nothing that is still growing began as early as what is found: it stands.
      if let best, index + 1 - Int(depth[state]) > best.lowerBound { return best }
      let length = Int(output[state])
      guard length > 0 else { continue }
      let match = (index + 1 - length)..<(index + 1)
      if match.lowerBound <= best?.lowerBound ?? .max { best = match }
    }
    return best
  }
}
