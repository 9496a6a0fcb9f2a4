import CXML

/// libxml2 as a whole.
enum XMLLibrary {
  /// Sets the library up: once, before any thread uses it, and in each thread so that it keeps its errors to
  /// itself. Of bytes that are not in the encoding that they claim it tells no document's handler.
  static func prepare() {
    _ = isPrepared
    cxml_keep_quiet()
  }

  private static let isPrepared: Bool = {
    xmlInitParser()
    return true
  }()
}
