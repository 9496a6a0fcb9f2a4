extension String {
  /// What was written over several lines, on one.
  var onOneLine: String {
    let words = utf8.split { $0 <= UInt8(ascii: " ") }
    return words.map { Substring($0) }.joined(separator: " ")
  }
}
