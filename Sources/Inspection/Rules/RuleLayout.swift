import RuleLanguage

/// The canonical layout of rule files.
public enum RuleLayout {
  /// The file laid out; itself when it already is.
  /// - Throws: what is wrong with a file that cannot be read.
  public static func format(_ source: RuleSource) throws(RuleErrors) -> RuleSource {
    switch RuleFormatter.format(RuleFile(name: source.name, bytes: source.bytes)) {
    case .success(let bytes): return RuleSource(name: source.name, bytes: bytes)
    case .failure(let errors): throw RuleErrors(rendered: errors.diagnostics.map(\.rendered))
    }
  }
}
