/// What a report calls the agency that it speaks for, and how that name is told from a longer one.
public struct SelfReference: Sendable {
  /// How a language speaks of a subject.
  public struct Words: Sendable {
    /// What rules know as the agency itself: 本机关.
    let itself: [UInt8]
    /// What rules know as a body that is not the agency: 上级机关.
    let another: [UInt8]
    /// Behind which a clause begins.
    let openings: [[UInt8]]
    /// What a sentence goes on with behind its subject. A name that goes on otherwise is another's.
    let followers: [[UInt8]]

    public init(itself: String, another: String, openings: [String], followers: [String]) {
      self.itself = Array(itself.utf8)
      self.another = Array(another.utf8)
      self.openings = openings.map { Array($0.utf8) }
      self.followers = followers.map { Array($0.utf8) }
    }
  }

  /// None of them empty.
  private let names: [[UInt8]]
  private let shortened: ShortenedName?
  /// Names of bodies that are wider than the agency.
  private let wider: [[UInt8]]
  private let words: Words

  /// - Parameter names: the longest first, folded.
  public init(names: [String], shortened: ShortenedName? = nil, wider: [String] = [], words: Words) {
    self.wider = wider.map { Array($0.utf8) }
    self.names = names.filter { !$0.isEmpty }.map { Array($0.utf8) }
    self.shortened = shortened
    self.words = words
  }

  /// The beginning of a sentence with each name that is its subject replaced by what rules know; nil when there is
  /// none.
  func rewritten(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var rewritten: [UInt8] = []
    var copied = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      if isOpening(text, index), let (known, end) = name(text, at: index) {
        rewritten += text[copied..<index] + known
        copied = end
        index = end
      } else {
        index += 1
      }
    }
    return copied == text.startIndex ? nil : rewritten + text[copied...]
  }

  /// What rules know the name that begins here as, and where it ends.
  private func name(_ text: ArraySlice<UInt8>, at index: Int) -> (known: [UInt8], end: Int)? {
    if let end = endOfName(text, at: index) { return (words.itself, end) }
    guard let name = wider.first(where: { text[index...].starts(with: $0) }) else { return nil }
    let end = index + name.count
    return goesOn(text, at: end) ? (words.another, end) : nil
  }

  private func endOfName(_ text: ArraySlice<UInt8>, at index: Int) -> Int? {
    let rest = text[index...]
    let name = names.first { rest.starts(with: $0) }
    guard let end = name.map({ index + $0.count }) ?? shortened?.end(in: rest) else { return nil }
    return goesOn(text, at: end) ? end : nil
  }

  private func goesOn(_ text: ArraySlice<UInt8>, at end: Int) -> Bool {
    end == text.endIndex || words.followers.contains { text[end...].starts(with: $0) }
  }

  /// Whether a clause, or what is said behind a date, begins here.
  private func isOpening(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    index == text.startIndex || words.openings.contains { text[..<index].suffix($0.count).elementsEqual($0) }
  }
}
