import CXML

/// One XML part of a word processor's file, read element by element.
struct XMLPart {
  enum Event {
    case start(String, isEmpty: Bool)
    case end(String)
    case text(UnsafeBufferPointer<UInt8>)
  }

  private let reader: xmlTextReaderPtr
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let limits: Limits
  private var elements = 0
  /// What each namespace means, by the address at which the reader keeps its name.
  private var prefixes: [UnsafePointer<xmlChar>: String] = [:]

  /// Of the library: an element deeper than 256 ends the document for it.
  private static let deepest = 200

  private static let namespaces = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
  ]

  init(_ part: [UInt8], limits: Limits) throws(DecodingFailure) {
    XMLLibrary.prepare()
    self.bytes = UnsafeMutableBufferPointer.allocate(capacity: part.count)
    _ = bytes.initialize(from: part)
    self.limits = limits
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue
    let reader = bytes.withMemoryRebound(to: CChar.self) {
      xmlReaderForMemory($0.baseAddress, Int32($0.count), nil, nil, Int32(options))
    }
    guard let reader else {
      bytes.deallocate()
      throw .damaged(format: "DOCX")
    }
    // Without a handler the library writes to standard error, whatever the options say.
    xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
    self.reader = reader
  }

  func close() {
    xmlFreeTextReader(reader)
    bytes.deallocate()
  }

  /// The next element or text, or nil at the end.
  ///
  /// Elements of the word processor's namespace are named `w:…`, others that are known by their own prefix,
  /// whatever prefix the file uses.
  mutating func next() throws(DecodingFailure) -> Event? {
    while true {
      switch xmlTextReaderRead(reader) {
      case 0: return nil
      case 1: break
      default: throw .damaged(format: "DOCX")
      }
      if let event = try event() { return event }
    }
  }

  /// The value of an attribute of the element that came last, whatever its prefix.
  func attribute(_ name: String) -> String? {
    var value: String?
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      guard let local = xmlTextReaderConstLocalName(reader), let text = xmlTextReaderConstValue(reader) else {
        continue
      }
      if String(cString: local) == name { value = String(cString: text) }
    }
    xmlTextReaderMoveToElement(reader)
    return value
  }

  private mutating func event() throws(DecodingFailure) -> Event? {
    switch UInt32(xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT.rawValue:
      elements += 1
      if elements > limits.elements { throw .tooManyElements(limit: limits.elements) }
      let deepest = min(Self.deepest, limits.nesting)
      if xmlTextReaderDepth(reader) >= deepest { throw .tooDeep(limit: deepest) }
      return .start(name(), isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
    case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(name())
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
      return text()
    // The format forbids both, and entities are how a small file becomes a large one.
    case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
      throw .damaged(format: "DOCX")
    default: return nil
    }
  }

  private func text() -> Event? {
    guard let text = xmlTextReaderConstValue(reader) else { return nil }
    return .text(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
  }

  private mutating func name() -> String {
    guard let local = xmlTextReaderConstLocalName(reader) else { return "" }
    guard let namespace = xmlTextReaderConstNamespaceUri(reader) else { return String(cString: local) }
    if let prefix = prefixes[namespace] { return prefix + String(cString: local) }
    let prefix = Self.namespaces[String(cString: namespace)] ?? "?:"
    prefixes[namespace] = prefix
    return prefix + String(cString: local)
  }
}

extension XMLPart {
  /// Reads a whole part. An empty element comes as a start and an end.
  static func forEach(
    _ bytes: [UInt8], limits: Limits, _ take: (XMLPart, Event) throws(DecodingFailure) -> Void
  ) throws(DecodingFailure) {
    if bytes.isEmpty { return }
    var part = try XMLPart(bytes, limits: limits)
    defer { part.close() }
    while let event = try part.next() {
      try take(part, event)
      if case .start(let name, isEmpty: true) = event { try take(part, .end(name)) }
    }
  }
}
