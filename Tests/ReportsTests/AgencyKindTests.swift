import Reports
import Testing

/// Of what tier an agency is and what kind of body, by its name in canonical form.
@Suite struct AgencyKindTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let level: AgencyKind.Level?
    let body: AgencyKind.Body?

    var testDescription: String { name }

    init(_ name: String, _ level: AgencyKind.Level?, _ body: AgencyKind.Body?) {
      (self.name, self.level, self.body) = (name, level, body)
    }
  }

  static let cases: [Case] = [
    Case("云溪县", .county, .government), Case("云溪省", .province, .government),
    Case("云溪自治旗", .county, .government), Case("云溪林区", .county, .government),
    Case("云溪特区", .county, .government), Case("云溪盟", .city, .government),
    Case("云溪地区", .city, .government), Case("芜岭省云溪地区", .city, .government),
    Case("云溪自治州", .city, .government), Case("云溪县石桥街道办事处", .township, .government),
    Case("云溪县石桥街道", .township, .government), Case("云溪旗石桥苏木", .township, .government),
    Case("云溪地区行署办公室", .city, .office), Case("云溪盟行署办公室", .city, .office),
    Case("云溪省政府办公厅", .province, .office), Case("云溪县石桥街道办事处办公室", .township, .office),
    Case("云溪地区水务局", .city, .department), Case("云溪县林区管理局", .county, .department),
    Case("云溪自治旗水务局", .county, .department), Case("云溪县人民防空办公室", .county, .department),
    Case("审计署驻云溪特派员办事处", nil, .department), Case("云溪县公安局石桥派出所", .county, .department),
    Case("岚州市", nil, .government), Case("云溪州岚州市", .county, .government), Case("云溪垦区", nil, nil),
    Case("云溪经济特区", nil, nil), Case("云溪开发区", nil, nil),
    Case("云溪经济开发区管委会", nil, nil), Case("云溪经济开发区管理委员会", nil, nil),
    Case("云溪开发区管委会办公室", nil, nil), Case("云溪县办公室", nil, nil),
  ]

  @Test(arguments: cases)
  func tells(_ expected: Case) {
    let kind = AgencyKind(expected.name)
    #expect(kind.level == expected.level)
    #expect(kind.body == expected.body)
  }
}
