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

  init(_ document: Document) {
    self.candidates = document.blocks.enumerated().compactMap { index, block in
      guard case .paragraph(let paragraph) = block else { return nil }
      return Self.candidate(document.source, paragraph, index)
    }
  }

  private static func candidate(_ source: SourceText, _ paragraph: Paragraph, _ block: Int) -> Candidate? {
    guard (shortest...(2 * longest)).contains(paragraph.span.count) else { return nil }
    let text = FoldedText(source, paragraph.span).bytes[...].droppingLast("：")
    guard !text.isEmpty, text.count <= longest, !text.holds("。"), !text.holds("；") else { return nil }
    let chapter = Numbering.chapter(text)
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
  /// has none may have one whose number is wrong or missing, or one that was renamed, in its place.
  func headings() -> [Heading] {
    var found = withoutContents(candidates.compactMap(certain))
    for form in SectionForm.all where !found.contains(where: { $0.section == form.number }) {
      let range = gap(form.number, found)
      let open = candidates.filter { range.contains($0.block) }
      if let heading = open.lazy.compactMap({ misnumbered($0, form) }).first
        ?? open.lazy.compactMap({ renamed($0, form) }).first
      {
        found.append(heading)
        found.sort { $0.block < $1.block }
      }
    }
    return found
  }

  private func certain(_ candidate: Candidate) -> Heading? {
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
    return heading(candidate, form.number)
  }

  private func renamed(_ candidate: Candidate, _ form: SectionForm) -> Heading? {
    candidate.number == form.number ? heading(candidate, form.number) : nil
  }

  private func heading(_ candidate: Candidate, _ section: Int) -> Heading {
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

  /// Drops a table of contents: four or more headings one after the other, with nothing between, that all
  /// come again.
  private func withoutContents(_ headings: [Heading]) -> [Heading] {
    var index = 0
    while index < headings.count {
      var end = index + 1
      while end < headings.count, headings[end].block == headings[end - 1].block + 1,
        headings[end].section == headings[end - 1].section + 1
      { end += 1 }
      let later = headings[end...]
      if end - index >= 4,
        headings[index..<end].allSatisfy({ entry in later.contains { $0.section == entry.section } })
      {
        return Array(later)
      }
      index = end
    }
    return headings
  }
}
