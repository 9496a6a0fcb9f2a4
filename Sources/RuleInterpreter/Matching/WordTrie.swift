/// The automaton of Aho and Corasick over folded bytes, without regard to the case of ASCII letters: reads a
/// text once, whatever the number of words.
///
/// States are numbered breadth first, so that those that follow one state stand side by side. Most are followed by
/// one or two others and keep no more than these; the few that are followed by many know their way for every byte.
package struct WordTrie: Sendable {
  /// Bytes that occur in no word share one class.
  private let classes: [UInt8]
  private let width: Int
  /// The byte that leads to a state from the one before it.
  private var label: [UInt8] = []
  /// The first state that follows one; what follows the next begins where that ends.
  private var following: [Int32] = []
  /// Where a state goes on when nothing that follows it fits: the longest true suffix of its way.
  private var fallback: [Int32] = []
  /// For states followed by many: the row that tells where to go, by class; -1 for the others.
  private var row: [Int32] = []
  private var rows: [Int32] = []
  private(set) var depth: [Int32] = []
  /// The word that ends in a state as its whole way from the start; -1 for none.
  package private(set) var word: [Int32] = []
  /// The state of the longest word that is a true suffix of a state; -1 for none.
  package private(set) var shorter: [Int32] = []

  /// A search among more than these takes longer than looking it up.
  private static let many = 3

  /// Of words that are given twice, the last is known.
  package init(_ words: [[UInt8]]) {
    (classes, width) = Self.classes(words)
    grow(Self.sorted(words))
    fallback = [Int32](repeating: 0, count: stateCount)
    shorter = [Int32](repeating: -1, count: stateCount)
    row = [Int32](repeating: -1, count: stateCount)
    for state in 0..<stateCount { link(state) }
  }

  var stateCount: Int { label.count }

  @inline(__always) package func step(_ start: Int, _ given: UInt8) -> Int {
    let byte = Self.lowered(given)
    var state = start
    while row[state] < 0 {
      var next = Int(following[state])
      let end = Int(following[state + 1])
      while next < end, label[next] != byte { next += 1 }
      if next < end { return next }
      state = Int(fallback[state])
    }
    return Int(rows[Int(row[state]) + Int(classes[Int(byte)])])
  }

  private typealias NumberedWord = (bytes: [UInt8], number: Int32)

  private static func sorted(_ words: [[UInt8]]) -> [NumberedWord] {
    words.indices.map { (words[$0].map(lowered), Int32($0)) }.filter { !$0.bytes.isEmpty }
      .sorted { left, right in
        left.bytes.lexicographicallyPrecedes(right.bytes)
          || (left.bytes == right.bytes && left.number < right.number)
      }
  }

  private static func classes(_ words: [[UInt8]]) -> ([UInt8], Int) {
    var classes = [UInt8](repeating: 0, count: 256)
    var count = 1
    for byte in words.joined() where classes[Int(lowered(byte))] == 0 {
      classes[Int(lowered(byte))] = UInt8(count)
      count += 1
    }
    return (classes, count)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }

  /// Makes the states, breadth first: each stands for the words that begin alike, which stand side by side.
  private mutating func grow(_ words: [NumberedWord]) {
    var queue: [Range<Int>] = []
    add(words.indices, 0, label: 0, words, &queue)
    var state = 0
    while state < stateCount {
      following.append(Int32(stateCount))
      let (range, length) = (queue[state], Int(depth[state]))
      var index = range.lowerBound
      while index < range.upperBound {
        guard words[index].bytes.count > length else {
          index += 1
          continue
        }
        let start = index
        let byte = words[start].bytes[length]
        while index < range.upperBound, words[index].bytes[length] == byte { index += 1 }
        add(start..<index, length + 1, label: byte, words, &queue)
      }
      state += 1
    }
    following.append(Int32(stateCount))
  }

  private mutating func add(
    _ range: Range<Int>, _ length: Int, label byte: UInt8, _ words: [NumberedWord],
    _ queue: inout [Range<Int>]
  ) {
    queue.append(range)
    label.append(byte)
    depth.append(Int32(length))
    let ending = words[range].prefix { $0.bytes.count == length }.last
    word.append(ending?.number ?? -1)
  }

  /// Finds where a state and those that follow it go on; what is nearer to the start is linked by then.
  private mutating func link(_ state: Int) {
    let suffix = Int(fallback[state])
    let next = Int(following[state])..<Int(following[state + 1])
    if state > 0 {
      shorter[state] = word[suffix] >= 0 ? fallback[state] : shorter[suffix]
      for child in next { fallback[child] = Int32(step(suffix, label[child])) }
    }
    guard state == 0 || next.count > Self.many else { return }
    let start = rows.count
    rows.append(contentsOf: repeatElement(0, count: width))
    if state > 0 {
      for byte in UInt8.min...UInt8.max where classes[Int(byte)] > 0 { fill(start, byte, suffix) }
    }
    for child in next { rows[start + Int(classes[Int(label[child])])] = Int32(child) }
    row[state] = Int32(start)
  }

  private mutating func fill(_ start: Int, _ byte: UInt8, _ suffix: Int) {
    rows[start + Int(classes[Int(byte)])] = Int32(step(suffix, byte))
  }
}
