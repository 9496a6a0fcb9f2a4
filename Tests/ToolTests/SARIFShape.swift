import Foundation
import Testing

/// What SARIF 2.1.0 (OASIS) says of the objects that the tool writes: which properties one may have, which it
/// must have, and which objects they hold. A property that the standard does not know is an error there.
enum SARIFShape {
  private struct Shape {
    let required: Set<String>
    let allowed: Set<String>
    /// Objects and arrays of objects by property.
    let parts: [String: String]
  }

  private static func shape(
    _ required: String, _ optional: String, _ parts: [String: String] = [:]
  ) -> Shape {
    let words = { (text: String) in Set(text.split(separator: " ").map(String.init)) }
    return Shape(required: words(required), allowed: words(required).union(words(optional)), parts: parts)
  }

  private static let shapes: [String: Shape] = [
    "log": shape("version runs", "$schema inlineExternalProperties properties", ["runs": "run"]),
    "run": shape(
      "tool",
      "artifacts columnKind defaultEncoding invocations language newlineSequences originalUriBaseIds results",
      ["tool": "tool", "artifacts": "artifact", "invocations": "invocation", "results": "result"]),
    "tool": shape("driver", "extensions properties", ["driver": "component"]),
    "component": shape(
      "name", "fullName informationUri language organization rules semanticVersion version",
      ["rules": "rule"]),
    "rule": shape(
      "id",
      "defaultConfiguration fullDescription help helpUri messageStrings name properties shortDescription",
      ["shortDescription": "message", "help": "message", "defaultConfiguration": "configuration"]),
    "configuration": shape("", "enabled level parameters properties rank"),
    "message": shape("text", "arguments id markdown properties"),
    "result": shape(
      "message",
      "fingerprints kind level locations partialFingerprints properties relatedLocations ruleId ruleIndex suppressions",
      [
        "message": "message", "locations": "location", "relatedLocations": "location",
        "suppressions": "suppression",
      ]),
    "location": shape(
      "", "id logicalLocations message physicalLocation properties", ["physicalLocation": "place"]),
    "place": shape(
      "artifactLocation", "contextRegion region",
      ["artifactLocation": "artifactLocation", "region": "region"]),
    "artifactLocation": shape("uri", "description index properties uriBaseId"),
    "region": shape(
      "startLine", "endColumn endLine message properties snippet startColumn", ["snippet": "message"]),
    "suppression": shape("kind", "guid justification location properties status"),
    "artifact": shape(
      "location", "contents encoding hashes length mimeType properties roles sourceLanguage",
      ["location": "artifactLocation"]),
    "invocation": shape(
      "executionSuccessful", "commandLine exitCode exitCodeDescription toolExecutionNotifications",
      ["toolExecutionNotifications": "notification"]),
    "notification": shape(
      "message", "associatedRule descriptor level locations properties",
      ["message": "message", "descriptor": "descriptor", "locations": "location"]),
    "descriptor": shape("id", "guid index"),
  ]

  /// What is wrong, one line each.
  static func faults(_ value: Any, as name: String = "log", at path: String = "$") -> [String] {
    guard let shape = shapes[name], let object = value as? [String: Any] else {
      return ["\(path) is no \(name)"]
    }
    var faults = shape.required.subtracting(object.keys).map { "\(path) lacks \($0)" }
    faults += Set(object.keys).subtracting(shape.allowed).map { "\(path) may not have \($0)" }
    for (key, part) in shape.parts {
      guard let value = object[key] else { continue }
      let list = value as? [Any] ?? [value]
      faults += list.enumerated().flatMap { Self.faults($1, as: part, at: "\(path).\(key)[\($0)]") }
    }
    return faults
  }
}
