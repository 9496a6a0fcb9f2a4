import CXML

/// libxml2 as a whole.
enum XMLLibrary {
  /// Sets the library up, once and before any thread uses it.
  static func prepare() { _ = isPrepared }

  private static let isPrepared: Bool = {
    xmlInitParser()
    return true
  }()
}
