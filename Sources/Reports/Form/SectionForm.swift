/// One of the six statutory chapters (国办公开办函〔2021〕30号; the same six in 〔2019〕60号).
public struct SectionForm: Sendable {
  /// 1…6.
  public let number: Int
  /// The title of the form.
  public let title: String
  /// A heading is this section's when it holds all words of one of these sets.
  let wordings: [[Needle]]

  private init(_ number: Int, _ title: String, _ wordings: [[Needle]]) {
    self.number = number
    self.title = title
    self.wordings = wordings
  }

  /// Whether a folded title has the words of this section.
  func isWorded(_ title: ArraySlice<UInt8>) -> Bool {
    wordings.contains { words in words.allSatisfy { title.holds($0) } }
  }

  public static let all: [SectionForm] = [
    SectionForm(1, "总体情况", [["总体情况"], ["总体工作情况"], ["概述"], ["基本情况"], ["工作总体"]]),
    SectionForm(2, "主动公开政府信息情况", [["主动公开", "情况"], ["主动公开政府信息"]]),
    SectionForm(
      3, "收到和处理政府信息公开申请情况",
      [["收到", "申请"], ["处理", "公开申请"], ["依申请公开", "情况"], ["申请", "办理情况"]]),
    SectionForm(4, "政府信息公开行政复议、行政诉讼情况", [["行政复议"], ["行政诉讼"], ["复议", "诉讼"]]),
    SectionForm(5, "存在的主要问题及改进情况", [["问题"], ["改进", "情况"]]),
    SectionForm(6, "其他需要报告的事项", [["其他", "报告"], ["其他", "事项"], ["需要报告"], ["需要说明"]]),
  ]

  public static let numerals: [Needle] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
}
