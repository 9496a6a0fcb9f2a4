import Diagnostics
public import Documents

/// Understands a document as an annual report.
public enum ReportReader {
  /// Nil when the document cannot be told to be such a report: fewer than two of its six sections are
  /// found by their words. With so little read, every alarm would be about the reading and not about the report.
  public static func read(_ document: Document) -> Report? {
    let document = InlineHeadings.divide(TableHeadings.divide(document))
    let outline = Outline(document)
    let title = Title.find(document, outline.preamble)
    guard outline.wordedSections >= 2 else { return nil }
    let text = ReportText(document, outline)
    let period = Dates.period(text.prose.bytes[...])
    let year = title?.year ?? period?.year ?? mostNamedYear(text.prose)
    let regions = TableForm.all.map { outline.region($0.section, document) }
    let edition = Table2Reader.edition(of: regions[0]) ?? year.map(Edition.init(year:)) ?? .form2021
    return Report(
      source: document.source, title: title,
      agency: Agency.find(
        title: title, byline: Byline.find(document, title: title, preamble: outline.preamble),
        prose: text.prose),
      year: year,
      period: period.map { Report.Dated(year: $0.year, span: text.prose.span($0.range)) }, edition: edition,
      published: Dates.published(text.whole.bytes[...], beside: document.publication),
      sections: sections(outline, text, document),
      tables: tables(regions, edition, outline), whole: text.whole, prose: text.prose,
      surroundings: FoldedText(document.source, document.surroundings),
      end: document.surroundings.isEmpty ? document.source.bytes.count + 1 : document.surroundings.lower)
  }

  private static func tables(_ regions: [Region], _ edition: Edition, _ outline: Outline) -> [TableReading] {
    let isPresent = TableForm.all.map { form in outline.headings.contains { $0.section == form.section } }
    let tables = [
      Table2Reader.read(regions[0], edition: edition, isSectionPresent: isPresent[0]),
      Table3Reader.read(regions[1], edition: edition, isSectionPresent: isPresent[1]),
      Table4Reader.read(regions[2], edition: edition, isSectionPresent: isPresent[2]),
    ]
    return JoinedFigures.trusted(zip(tables, regions).map { RunTogetherTables.complete($0, $1, edition) })
  }

  /// Where a heading is doubled, what stands under one of them is the section, and it is the longer.
  private static func sections(
    _ outline: Outline, _ text: ReportText, _ document: Document
  ) -> [Section] {
    SectionForm.all.map { form in
      let stretches = outline.stretches(form.number).filter { stretch in
        stretch.contains { !ClosingLines.isOne(document.blocks[$0], document.source) }
      }
      let longest = stretches.map(text.range).max { $0.count < $1.count }
      return Section(
        form: form, headings: outline.headings.filter { $0.section == form.number },
        isEmpty: stretches.isEmpty, text: longest ?? 0..<0)
    }
  }

  /// The year that the text names most, when it is most of all years named.
  private static func mostNamedYear(_ prose: FoldedText) -> Int? {
    let years = YearText.all(in: prose.bytes[...]).map(\.year)
    let counts = Dictionary(years.map { ($0, 1) }, uniquingKeysWith: +)
    guard let best = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return nil }
    return best.value * 2 > years.count ? best.key : nil
  }
}
