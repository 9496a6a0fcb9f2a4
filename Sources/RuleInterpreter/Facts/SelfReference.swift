/// What a report calls the agency that it speaks for, and how that name is told from a longer one.
public struct SelfReference: Sendable {
  /// How a language speaks of a subject.
  public struct Words: Sendable {
    /// What rules know as the agency itself: 本机关.
    let itself: [UInt8]
    /// Behind which a clause begins.
    let openings: [[UInt8]]
    /// What a sentence goes on with behind its subject. A name that goes on otherwise is another's.
    let followers: [[UInt8]]

    public init(itself: String, openings: [String], followers: [String]) {
      self.itself = Array(itself.utf8)
      self.openings = openings.map { Array($0.utf8) }
      self.followers = followers.map { Array($0.utf8) }
    }
  }

  /// None of them empty.
  private let names: [[UInt8]]
  private let shortened: ShortenedName?
  private let words: Words

  /// - Parameter names: the longest first, folded.
  public init(names: [String], shortened: ShortenedName? = nil, words: Words) {
    self.names = names.filter { !$0.isEmpty }.map { Array($0.utf8) }
    self.shortened = shortened
    self.words = words
  }

  /// The beginning of a sentence with each own name that is its subject replaced by what rules know; nil when there
  /// is none.
  func rewritten(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var rewritten: [UInt8] = []
    var copied = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      if isOpening(text, index), let end = endOfName(text, at: index) {
        rewritten += text[copied..<index] + words.itself
        copied = end
        index = end
      } else {
        index += 1
      }
    }
    return copied == text.startIndex ? nil : rewritten + text[copied...]
  }

  private func endOfName(_ text: ArraySlice<UInt8>, at index: Int) -> Int? {
    let rest = text[index...]
    let name = names.first { rest.starts(with: $0) }
    guard let end = name.map({ index + $0.count }) ?? shortened?.end(in: rest) else { return nil }
    let follows = end == text.endIndex || words.followers.contains { text[end...].starts(with: $0) }
    return follows ? end : nil
  }

  /// Whether a clause, or what is said behind a date, begins here.
  private func isOpening(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    index == text.startIndex || words.openings.contains { text[..<index].suffix($0.count).elementsEqual($0) }
  }
}
