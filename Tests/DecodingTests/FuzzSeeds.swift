import Decoding
import ReportFixtures

/// What the fuzzer begins with: a few reports a target, and the hard cases of its decoder's own tests.
enum FuzzSeeds {
  static func of(_ target: FuzzTarget) -> [(name: String, bytes: [UInt8])] {
    var random = SplitMix64(seed: 20_210_930)
    switch target {
    case .charset:
      let texts = TextEncoding.allCases.map { encoding in
        ("report-\(encoding)", encoding.encode(FixtureFile(.pipes, &random).text))
      }
      return texts + hostile
    case .text:
      let texts = PlainTextLayout.allCases.map { layout in
        ("report-\(layout)", Array(FixtureFile(layout, &random).text.utf8))
      }
      return texts + hostile
    case .html: return html(&random)
    case .docx: return docx(&random)
    case .pdf: return pdf(&random)
    }
  }

  private static var hostile: [(name: String, bytes: [UInt8])] {
    DecoderConformance.hostile.map { (fileName($0.name), $0.bytes) }
  }

  private static func html(_ random: inout SplitMix64) -> [(name: String, bytes: [UInt8])] {
    var seeds = HTMLTests.cases.map { (fileName($0.name), Array($0.page.utf8)) }
    for number in 1...2 {
      let report = FixtureReport(&random)
      var writer = HTMLReportWriter(&random)
      let page = writer.write(report, tables: FormTable.all(report, CellStyle(&random)), charset: "utf-8")
      seeds.append(("report-\(number)", Array(page.utf8)))
    }
    return seeds
  }

  private static func docx(_ random: inout SplitMix64) -> [(name: String, bytes: [UInt8])] {
    var seeds = DOCXTests.cases.map {
      (
        fileName($0.name),
        parts(DOCXWriter(body: $0.body, numbering: $0.numbering ?? "", styles: $0.styles ?? ""))
      )
    }
    for number in 1...2 {
      let report = FixtureReport(&random)
      var writer = DOCXReportWriter(&random)
      let file = writer.file(report, tables: FormTable.all(report, CellStyle(&random)))
      seeds.append(("report-\(number)", parts(file)))
    }
    let packed = DOCXTests.cases[0]
    seeds.append(("packed", DOCXWriter(body: packed.body).bytes()))
    return seeds
  }

  private static func parts(_ file: DOCXWriter) -> [UInt8] {
    Array(file.parts.map(\.content).joined(separator: [0]))
  }

  private static func pdf(_ random: inout SplitMix64) -> [(name: String, bytes: [UInt8])] {
    (1...3).map { number in
      let report = FixtureReport(&random)
      let tables = FormTable.all(report, CellStyle(&random))
      return ("report-\(number)", PDFReportWriter(&random).list(report, tables: tables))
    }
  }

  private static func fileName(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
