/// Lines that sites put around any document, in words that all of them use.
enum HTMLBoilerplate {
  private static let words = WordSet([
    "当前位置", "您的位置", "所在位置", "您现在的位置", "ICP备", "公网安备", "网站标识码", "版权所有", "网站地图", "主办单位：", "主办：", "承办单位：",
    "承办：", "技术支持：", "打印本页", "【打印", "打印】", "关闭窗口", "【关闭", "关闭】", "分享到", "扫一扫", "上一篇：", "下一篇：", "上一条：", "下一条：",
    "无障碍浏览", "设为首页", "加入收藏", "联系我们", "字体：", "字号：", "返回顶部",
  ])

  /// In bytes. A longer line, or one with a sentence in it, is somebody's prose.
  private static let longest = 360

  /// The line under a title says, besides much else, when the document was published.
  private static let dates = WordSet(["日期：", "时间：", "日期:", "时间:"])

  static func holds(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longest else { return false }
    let text = line.filter { $0 != UInt8(ascii: " ") }[...]
    return words.isIn(text) && !WordSet.fullStop.isIn(text) && !dates.isIn(text)
  }
}
