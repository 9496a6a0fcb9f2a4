import Foundation
import FoundationXML
import Testing

/// An element of well-formed XML.
final class MarkupElement {
  let name: String
  private let attributes: [String: String]
  private(set) var children: [MarkupElement] = []
  /// Of the element itself, without its children's.
  private(set) var text = ""

  private init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  static func parse(_ text: String) throws -> MarkupElement {
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
    return try #require(reader.root)
  }

  subscript(attribute: String) -> String? { attributes[attribute] }
  func all(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }
  func descendants(_ name: String) -> [MarkupElement] {
    all(name) + children.flatMap { $0.descendants(name) }
  }
  /// Of the element and all within it.
  var names: [String] { [name] + children.flatMap(\.names) }
  var attributeNames: [String] { attributes.keys + children.flatMap(\.attributeNames) }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: MarkupElement?
    private var open: [MarkupElement] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let node = MarkupElement(name, attributes)
      if let parent = open.last { parent.children.append(node) } else { root = node }
      open.append(node)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }
  }
}
