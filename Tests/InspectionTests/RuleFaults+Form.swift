extension RuleFaults {
  private static let granted = "| 三、本年度办理结果 | （一）予以公开 | 9 | 2 | 0 | 0 | 0 | 0 | 11 | |"
  private static let enforcement = "| 7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n"
  private static let table4 = "| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0 |"

  static let structure = [
    RuleFaults(
      rule: "section-missing",
      faults: [
        .cuts(from: "五、存在", to: "六、其他", with: ""), .cuts(from: "六、其他", to: "无此处", with: ""),
        .cuts(from: "四、政府", to: "五、存在", with: ""),
      ],
      harmless: [
        .replaces("五、存在的主要问题及改进情况", "五、存在问题及改进情况"),
        .replaces("四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议与提起行政诉讼情况"),
        .replaces("六、其他需要报告的事项", "六、其他需要报告事项"), .replaces("一、总体情况", "一、概述"),
      ]),
    RuleFaults(
      rule: "section-empty",
      faults: [
        .replaces("2023年本机关未收取信息处理费。\n", ""),
        .replaces("2023年本机关未收取信息处理费。\n", "云溪县自然资源和规划局\n2024年1月26日\n主办单位：云溪县人民政府\n返回顶部\n"),
        .cuts(from: "部分乡镇的公开目录", to: "六、其他", with: ""),
        .cuts(from: "| 行政复议 |", to: "五、存在", with: ""),
      ],
      harmless: [
        .says("目标明确。"), .replaces("2023年本机关未收取信息处理费。", "未收取信息处理费。"),
        .replaces("部分乡镇的公开目录与实际职责对应不够，", "目录不全，"),
      ]),
    RuleFaults(
      rule: "section-duplicated",
      faults: [
        .replaces("五、存在的主要问题及改进情况", "五、存在的主要问题及改进情况\n五、存在的主要问题及改进情况"),
        .replaces("六、其他需要报告的事项", "一、总体情况\n见前。\n六、其他需要报告的事项"),
        .replaces("二、主动公开政府信息情况", "二、主动公开政府信息情况\n二、主动公开政府信息情况"),
      ],
      harmless: [
        .says("本报告第一部分为总体情况。"), .says("一是总体情况良好，二是主动公开政府信息及时。"),
        .replaces("| 一、本年新收", "| 一、 本年新收"),
      ]),
    RuleFaults(
      rule: "section-order",
      faults: [
        .replaces("五、存在的主要问题", "四、存在的主要问题"), .replaces("六、其他需要报告", "七、其他需要报告"),
        .replaces([("四、政府信息", "一、政府信息"), ("五、存在", "二、存在"), ("六、其他", "三、其他")]),
        .replaces([
          ("五、存在的主要问题及改进情况\n", ""), ("二、主动公开政府信息情况", "五、存在的主要问题及改进情况\n不足。\n二、主动公开政府信息情况"),
        ]),
      ],
      harmless: [
        .replaces("五、存在的主要问题及改进情况", "存在的主要问题及改进情况"), .says("三、四季度集中整改。"),
        .replaces("部分乡镇的", "（一）存在的问题\n部分乡镇的"),
      ]),
    RuleFaults(
      rule: "section-title",
      faults: [
        .replaces("五、存在的主要问题及改进情况", "五、今后打算"), .replaces("六、其他需要报告的事项", "六、附则"),
        .replaces("一、总体情况", "一、前言"),
      ],
      harmless: [
        .replaces("五、存在的主要问题及改进情况", "五、政府信息公开工作存在的问题与改进措施"), .replaces("一、总体情况", "一、基本情况"),
        .replaces("二、主动公开政府信息情况", "二、主动公开情况"),
      ]),
    RuleFaults(
      rule: "part-missing",
      faults: [
        .cuts(from: "（五）监督保障", to: "二、主动公开政府", with: ""),
        .cuts(from: "（三）政府信息管理", to: "（四）平台建设", with: ""),
        .cuts(from: "（四）平台建设", to: "（五）监督保障", with: ""),
      ],
      harmless: [
        .replaces("（四）平台建设", "（四）政府信息公开平台建设情况"), .replaces("（五）监督保障\n", "（五）强化监督，做好保障。"),
        .replaces([
          ("（一）主动公开\n", "主动公开方面，"), ("（二）依申请公开\n", "依申请公开方面，"), ("（三）政府信息管理\n", "政府信息管理方面，"),
          ("（四）平台建设\n", "平台建设方面，"), ("（五）监督保障\n", "监督保障方面，"),
        ]),
      ]),
    RuleFaults(
      rule: "table-missing",
      faults: [
        .cuts(from: "| 行政复议 |", to: "五、存在", with: "全年没有。\n"),
        .cuts(from: "| 第二十条第（一）项", to: "三、收到", with: "见附件。\n"),
        .cuts(from: "| （本列数据", to: "四、政府信息", with: "见附件。\n"),
      ],
      harmless: [
        .says("表格见各部分。"), .replaces("| 第二十条第（一）项 | |||\n", ""),
        .replaces("五、存在的主要问题", "注：数据以上表为准。\n五、存在的主要问题"),
      ]),
    RuleFaults(
      rule: "row-missing",
      faults: [
        .replaces(enforcement, ""), .cuts(from: "| （七）总计", to: "| 四、结转", with: ""),
        .cuts(from: "| 3.其他", to: "| （七）总计", with: ""), .cuts(from: "| 行政强制", to: "| 第二十条第（八）", with: ""),
        .cuts(from: "| （二）部分公开", to: "| （三）不予公开", with: ""),
      ],
      harmless: [
        .replaces("5.要求行政机关确认或重新出具已获取信息", "5.要求确认或重新出具"), .replaces("2.其他法律行政法规禁止公开", "2.其他法律行政止公开"),
        .replaces("| 7.属于行政执法案卷 |", "| 7.属于行政执 法案卷 |"),
        .replaces("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.逾期不补正"),
      ]),
    RuleFaults(
      rule: "edition-mismatch",
      faults: [
        .replaces([
          ("本年制发件数", "本年新制作数量"), ("本年废止件数", "本年新公开数量"), ("现行有效件数", "对外公开总数量"),
          ("本年处理决定数量", "上一年项目数量"), ("本年收费金额（单位：万元）", "采购总金额"),
        ]),
        .cuts(from: "| （六）其他处理 |", to: "| （七）总计", with: "| （六）其他处理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | |\n"),
        .replaces("2023年", "2020年"),
      ],
      harmless: [
        .says("其他处理情形均依法办理。"), .replaces("（六）其他处理 | 1.申请人", "（六）其他处理情况 | 1.申请人"), .says("2020年建成的专栏继续更新。"),
      ]),
    RuleFaults(
      rule: "overview-length",
      faults: [
        .says(String(repeating: "逐件核对公开属性并按期归档备查。", count: 50)),
        .says(String(repeating: "组织各部门学习条例。\n", count: 100)),
        .replaces("（四）平台建设\n", "（四）平台建设\n" + String(repeating: "更新栏目，", count: 180)),
      ],
      harmless: [.says(String(repeating: "更新栏目，", count: 60)), .says(""), .says("目标明确。")]),
  ]

  static let arithmetic = [
    RuleFaults(
      rule: "t3-balance",
      faults: [
        .replaces("公开申请数量 | 18 | 3 |", "公开申请数量 | 19 | 3 |"),
        .replaces("继续办理 | 2 | 0 |", "继续办理 | 3 | 0 |"), .replaces("| （七）总计 | 18 |", "| （七）总计 | 17 |"),
      ],
      harmless: [
        .replaces(granted, granted.replacing("| 9 |", with: "| ９ |")),
        .replaces("| 18 | 3 |", "| 18件 | 3件 |"),
        .replaces("继续办理 | 2 | 0 |", "继续办理 | 2（均为12月收到） | 0 |"),
      ]),
    RuleFaults(
      rule: "t3-row-total",
      faults: [
        .replaces(granted, granted.replacing("| 11 |", with: "| 12 |")),
        .replaces("| 0 | 22 | ||\n| 二、", "| 0 | 23 | ||\n| 二、"),
        .replaces("其他情形） | 3 |", "其他情形） | 4 |"),
      ],
      harmless: [
        .replaces(granted, granted.replacing("| 0 |", with: "| / |")),
        .replaces(granted, granted.replacing("| 0 |", with: "| — |")),
        .replaces(granted, granted.replacing("| 11 |", with: "| 11（含网上1件） |")),
      ]),
    RuleFaults(
      rule: "t3-results-total",
      faults: [
        .replaces("| （七）总计 | 18 |", "| （七）总计 | 20 |"), .replaces("2.重复申请 | 1 |", "2.重复申请 | 2 |"),
        .replaces("（七）总计 | 18 | 3 | 0 | 0 | 1 | 0 | 22", "（七）总计 | 18 | 3 | 0 | 0 | 1 | 0 | 26"),
      ],
      harmless: [
        .replaces(granted, granted.replacing("（一）予以公开", with: "（一）予 以 公 开")),
        .replaces("3.其他 | 1 |", "3.其他 | 1件 |"),
        .replaces("2.重复申请 | 1 |", "2.重复申请 | 1 |"),
      ]),
    RuleFaults(
      rule: "t4-total",
      faults: [
        .replaces(table4, "| 10 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0 |"),
        .replaces(table4, "| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 |"),
        .replaces(table4, "| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 | 0 | 1 | 0 | 0 | 0 |"),
      ],
      harmless: [
        .replaces(table4, "| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 | / | / | / | / | / |"),
        .replaces(table4, "|1|0|0|0|1|0|0|0|1|1|0|0|0|0|0|"),
        .replaces(table4, "| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1（二审） | 1 | 0 | 0 | 0 | 0 | 0 |"),
      ]),
    RuleFaults(
      rule: "count-form",
      faults: [
        .replaces(granted, granted.replacing("| 9 |", with: "| -9 |")),
        .replaces(granted, granted.replacing("| 9 |", with: "| 9.5 |")),
        .replaces(granted, granted.replacing("| 9 |", with: "| 若干 |")),
        .replaces("行政许可 | 4312 |", "行政许可 | 四千余 |"),
        .replaces("规章 | 0 | 0 | 0 |", "规章 | 本单位未制作规章 | | |"), .replaces("行政处罚 | 806 |", "行政处罚 | 806.5 |"),
      ],
      harmless: [
        .replaces("行政规范性文件 | 2 | 1 | 19 |", "行政规范性文件 | 2（其中修订1件） | 1 | 19 |"),
        .replaces("| 218.4600 |", "| 218.46 |"),
        .replaces(granted, granted.replacing("| 0 |", with: "| 无 |")),
        .replaces("行政许可 | 4312 |", "行政许可 | 4,312 |"),
      ]),
    RuleFaults(
      rule: "cell-blank",
      faults: [
        .replaces(granted, "| 三、本年度办理结果 | （一）予以公开 | 9 | 2 |  | 0 | 0 | 0 | 11 | |"),
        .replaces("行政许可 | 4312 |", "行政许可 |  |"), .replaces("行政规范性文件 | 2 | 1 | 19 |", "行政规范性文件 | 2 |  | 19 |"),
        .replaces(table4, "| 1 | 0 | 0 |  | 1 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0 |"),
      ],
      harmless: [
        .replaces(granted, granted.replacing("| 0 |", with: "| — |")), .replaces("行政强制 | 57 |", "行政强制 | / |"),
        .replaces("发布日期：2024年1月26日", "文号：\n索引号：\n发布日期：2024年1月26日"),
      ]),
  ]
}
