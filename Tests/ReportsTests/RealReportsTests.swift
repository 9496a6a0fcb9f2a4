import Decoding
import Documents
import Figures
import Foundation
import Reports
import Testing

/// The folder of real reports with their figures read by hand, where `GOVREPORT_REPORTS` names one.
private let realReports = ProcessInfo.processInfo.environment["GOVREPORT_REPORTS"]

/// Not one cell of a real report may be read as another figure than a person read there.
@Suite(.enabled(if: realReports != nil, "GOVREPORT_REPORTS names no folder of real reports"))
struct RealReportsTests {
  private struct Truth: Decodable {
    let year: Int
    let tables: [String: [String: [String: Double?]]]
  }

  @Test func readsNoCellWrongly() throws {
    let folder = URL(filePath: try #require(realReports))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for truthName in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/truth").sorted() {
      let stem = truthName.replacing(".json", with: "")
      let data = try Data(contentsOf: folder.appending(path: "truth/\(truthName)"))
      let truth = try JSONDecoder().decode(Truth.self, from: data)
      for name in names where name.hasPrefix(stem + ".") {
        try compare(name, [UInt8](Data(contentsOf: folder.appending(path: name))), truth)
      }
    }
  }

  private func compare(_ name: String, _ bytes: [UInt8], _ truth: Truth) throws {
    guard let document = try? Decoders.decode(bytes) else { return print("\(name): no decoder") }
    guard let report = ReportReader.read(document) else { return print("\(name): not understood") }
    #expect(report.year == truth.year, "\(name)")
    var read = 0
    var missing: [String] = []
    for table in report.tables {
      let form = table.form
      for row in form.rows.indices {
        for column in form.columns.indices {
          let entry = truth.tables[form.key]?[form.rows[row].key]?[form.columns[column].key]
          guard let value = entry else { continue }
          let key = "\(name) \(form.key).\(form.rows[row].key).\(form.columns[column].key)"
          guard let figure = table[row, column].figure else {
            missing.append(key)
            continue
          }
          read += 1
          #expect(value != nil, "\(key) cannot be read, and was read as \(figure)")
          if let value { #expect(figure.millionths == Int64((value * 1e6).rounded()), "\(key) is \(value)") }
        }
      }
    }
    print("\(name): \(read) cells read, \(missing.count) missing")
  }
}
