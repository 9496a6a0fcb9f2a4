extension TableForm {
  /// 四、政府信息公开行政复议、行政诉讼情况.
  public static let table4: TableForm = {
    let rows = [
      Axis("review", "行政复议"), Axis("litigation_direct", "未经复议直接起诉"),
      Axis("litigation_after_review", "复议后起诉"),
    ]
    let columns = [
      Axis("upheld", "结果维持"), Axis("corrected", "结果纠正"), Axis("other", "其他结果"),
      Axis("pending", "尚未审结"), Axis("total", "总计"),
    ]
    return TableForm(
      key: "t4", title: "表四", section: 4, rows: rows, columns: columns, cells: full(rows, columns),
      rowGroups: [], columnGroups: [Group(key: "parts", names: ["各类结果"], members: Array(0...3))])
  }()
}
