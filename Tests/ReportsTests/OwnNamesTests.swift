import Reports
import Testing

/// What a report calls its own agency, and what it does not.
@Suite struct OwnNamesTests {
  @Test(arguments: [
    ("云溪县水务局", ["云溪县水务局", "县水务局", "水务局", "局", "局机关", "水务系统", "全县水务系统"], ["县", "云溪县", "系统局"]),
    ("云溪县住房和城乡建设局", ["住房城乡建设局", "县住房城乡建设局"], ["建设局"]),
    ("云溪县石桥镇", ["石桥镇", "镇政府", "石桥镇人民政府", "镇"], ["云溪县", "县"]),
    ("云溪市石桥区北街街道", ["北街街道", "街道", "街道办事处", "办事处"], ["石桥区", "区"]),
    ("云溪市石桥区北街街道办事处", ["北街街道办事处", "北街街道", "街道"], ["办事处办事处", "石桥区"]),
    ("云溪市公安局", ["市局", "局"], ["市"]),
    ("云溪县政府办公室", ["县政府办公室", "县政府办"], ["县政府", "县"]), ("云溪县", ["云溪县"], ["县政府", "县"]),
    ("云溪大学", ["学校", "学校信息公开办公室"], ["办公室"]), ("云溪开发区管委会", ["管委会", "管委会及直属单位"], ["直属单位"]),
    ("国家税务总局云溪市税务局", ["税务局", "市税务局", "全市税务系统"], ["国家税务总局"]),
  ])
  func areThese(_ agency: String, _ own: [String], _ others: [String]) {
    let names = OwnNames.of(agency)
    #expect(Set(own).subtracting(names) == [])
    #expect(Set(others).intersection(names) == [])
    #expect(!names.contains(""))
    #expect(names.map(\.utf8.count) == names.map(\.utf8.count).sorted(by: >))
  }
}
