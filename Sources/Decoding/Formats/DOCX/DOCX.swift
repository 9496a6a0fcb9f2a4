public import Documents

/// Word processor files of Office Open XML.
public struct DOCX: Decoder {
  public init() {}

  /// Any zip: which of the formats that are packed so it is, its members tell.
  public func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) || bytes.starts(with: Array("PK\u{5}\u{6}".utf8))
  }

  public func decode(_ bytes: [UInt8], limits: Limits) throws(DecodingFailure) -> Document {
    let package = try DOCXPackage(bytes, limits: limits)
    let styles = try DOCXStyles(package.styles, limits: limits)
    let numbering = try DOCXNumbering(package.numbering, limits: limits)
    var walk = DOCXWalk(styles: styles, numbering: numbering, limits: limits)
    let flow = try walk.flow(package.document)
    return try FlowWriter.document(flow)
  }
}
