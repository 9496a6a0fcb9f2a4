import Diagnostics
import Documents

/// Finds the headings of the six statutory sections by wording and number together.
struct SectionFinder {
  private let candidates: [Candidate]

  /// A paragraph short enough to be a heading.
  private struct Candidate {
    let block: Int
    let span: SourceSpan
    let number: Int?
    let title: ArraySlice<UInt8>
    let isMarked: Bool
  }

  /// In bytes; a number and a title of two characters.
  private static let shortest = 8
  /// In bytes; the longest heading seen in use has about forty characters.
  private static let longest = 150

  /// So many sections under numbers of one style show that it is the style of the chapters.
  private static let fewestCertain = 3

  init(_ document: Document) {
    var best = Self.candidates(document, .chapter)
    var certain = Self.certainCount(best)
    for style in ChapterNumber.others where certain < Self.fewestCertain {
      let candidates = Self.candidates(document, style)
      let count = Self.certainCount(candidates)
      if count > certain { (best, certain) = (candidates, count) }
    }
    let contents = Self.contents(best)
    self.candidates = best.filter { contents?.contains($0.block) != true }
  }

  private static func candidates(_ document: Document, _ style: ChapterNumber) -> [Candidate] {
    document.blocks.enumerated().compactMap { index, block in
      guard case .paragraph(let paragraph) = block else { return nil }
      return candidate(document.source, paragraph, index, style)
    }
  }

  private static func certainCount(_ candidates: [Candidate]) -> Int {
    Set(candidates.compactMap { certain($0)?.section }).count
  }

  private static func candidate(
    _ source: SourceText, _ paragraph: Paragraph, _ block: Int, _ style: ChapterNumber
  ) -> Candidate? {
    guard (shortest...(2 * longest)).contains(paragraph.span.count) else { return nil }
    let text = FoldedText(source, paragraph.span).bytes[...].droppingLast("：").droppingLast("。")
    guard !text.isEmpty, text.count <= longest, !text.holds("。"), !text.holds("；") else { return nil }
    let chapter = style.read(text)
    let isMarked = paragraph.headingLevel != nil
    // Without a number or a mark of the format, only the very title of the form is a heading.
    guard chapter != nil || isMarked || SectionForm.all.contains(where: { text.elementsEqual($0.title.utf8) })
    else {
      return nil
    }
    if Table3Labels.named(text) != nil { return nil }
    return Candidate(
      block: block, span: paragraph.span, number: chapter?.number, title: chapter?.title ?? text,
      isMarked: isMarked)
  }

  /// The headings in the order of the text. Certain ones first: number and wording agree. A section that
  /// has none may have one whose number is wrong or missing, in its place or elsewhere, or one that was
  /// renamed, in its place.
  func headings() -> [Heading] {
    var found = candidates.compactMap(Self.certain)
    for find in [worded, wordedElsewhere, renamed] {
      for form in SectionForm.all where !found.contains(where: { $0.section == form.number }) {
        guard let heading = find(form, found) else { continue }
        found.append(heading)
        found.sort { $0.block < $1.block }
      }
    }
    return found
  }

  private func worded(_ form: SectionForm, _ found: [Heading]) -> Heading? {
    open(found, in: gap(form.number, found)).lazy.compactMap { misnumbered($0, form) }.first
  }

  /// A chapter that stands out of its order, under the number of the place where it stands.
  private func wordedElsewhere(_ form: SectionForm, _ found: [Heading]) -> Heading? {
    open(found, in: 0..<Int.max).lazy.filter { candidate in
      candidate.number != nil && SectionForm.all.count { $0.isWorded(candidate.title) } == 1
    }.compactMap { misnumbered($0, form) }.first
  }

  private func renamed(_ form: SectionForm, _ found: [Heading]) -> Heading? {
    open(found, in: gap(form.number, found)).first { candidate in
      candidate.number == form.number && !SectionForm.all.contains { $0.isWorded(candidate.title) }
    }.map { Self.heading($0, form.number) }
  }

  private func open(_ found: [Heading], in range: Range<Int>) -> [Candidate] {
    candidates.filter { candidate in
      range.contains(candidate.block) && !found.contains { $0.block == candidate.block }
    }
  }

  private static func certain(_ candidate: Candidate) -> Heading? {
    guard let number = candidate.number, let form = SectionForm.all.first(where: { $0.number == number }),
      form.isWorded(candidate.title)
    else { return nil }
    return heading(candidate, number)
  }

  /// The words of a section under another number or none. The whole title is asked for where there is no
  /// number: short lines with 问题 in them are not rare.
  private func misnumbered(_ candidate: Candidate, _ form: SectionForm) -> Heading? {
    let isTitle = candidate.title.elementsEqual(form.title.utf8)
    guard isTitle || form.isWorded(candidate.title) && (candidate.number != nil || candidate.isMarked) else {
      return nil
    }
    return Self.heading(candidate, form.number)
  }

  private static func heading(_ candidate: Candidate, _ section: Int) -> Heading {
    Heading(
      section: section, number: candidate.number, title: candidate.title.string, span: candidate.span,
      block: candidate.block)
  }

  /// The blocks between the nearest sections before and after one that is missing.
  private func gap(_ number: Int, _ found: [Heading]) -> Range<Int> {
    let lower = found.last { $0.section < number }.map { $0.block + 1 } ?? 0
    let upper = found.first { $0.section > number && $0.block >= lower }?.block ?? Int.max
    return lower..<max(lower, upper)
  }

  /// The blocks of a table of contents: four or more headings one after the other, with nothing between, of which
  /// at most two do not come again.
  private static func contents(_ candidates: [Candidate]) -> Range<Int>? {
    let headings = candidates.compactMap(certain)
    var index = 0
    while index < headings.count {
      var end = index + 1
      while end < headings.count, headings[end].block == headings[end - 1].block + 1,
        headings[end].section == headings[end - 1].section + 1
      { end += 1 }
      let entries = headings[index..<end]
      let again = entries.count { entry in headings[end...].contains { $0.section == entry.section } }
      if entries.count >= fewestEntries, again >= max(fewestCertain, entries.count - 2) {
        return entries[index].block..<entries[end - 1].block + 1
      }
      index = end
    }
    return nil
  }

  private static let fewestEntries = 4
}
