import Inspection
import ReportFixtures
import Testing

/// `breakdowns(正文)` through a rule, as an author sees it.
@Suite struct BreakdownTests {
  struct Case: CustomTestStringConvertible {
    let prose: String
    /// What the rule says: the sums of exhaustive breakdowns that do not fit.
    let sums: [String]

    var testDescription: String { prose }
  }

  private static func far(_ times: Int) -> String { String(repeating: "，分门别类", count: times) }

  static let cases = [
    Case(prose: "公开信息100条，其中甲类20条、乙类30条、其他50条。", sums: []),
    Case(prose: "公开信息100条，其中甲类20条、乙类30条、其他40条。", sums: ["90"]),
    Case(prose: "公开信息100条。其中，甲类20条，其余70条。", sums: ["90"]),
    Case(prose: "公开信息100条，其中甲类20条、乙类30条。", sums: []),
    // No sentence goes on for a thousand characters: what stands farther off is not looked for.
    Case(prose: "公开信息100条" + far(10) + "，其中甲类20条、乙类30条、其他40条。", sums: ["90"]),
    Case(prose: "公开信息100条" + far(1000) + "，其中甲类20条、乙类30条、其他40条。", sums: []),
    Case(prose: "公开信息100余条，其中甲类20条、其他30条。", sums: []),
    Case(prose: "公开信息100条，其中甲类20余条、其他30条。", sums: []),
    Case(prose: "公开信息100条，网站40条、微信62条，其中甲类2条，其他60条。", sums: []),
    Case(prose: "公开信息100条，其中法人20条、其他组织80条，占50.5%。", sums: []),
    Case(prose: "公开信息100条，其中甲类60条，其中子类10条，其他20条。", sums: []),
    Case(prose: "公开信息100条，由甲类20条、乙类30条和丙类40条三部分组成。", sums: ["90"]),
    Case(prose: "公开信息100条，由甲类20条、乙类30条和丙类50条三部分组成。", sums: []),
    Case(prose: "公开信息100条，由办公室编发20条、部门编发30条。", sums: []),
    Case(prose: "公开信息100条，分别是甲类20条、乙类30条、丙类40条。", sums: ["90"]),
    Case(prose: "公开信息100条，网站、微信分别为30条和40条。", sums: []),
    Case(prose: "公开信息100条，分别是甲类20条、乙类30条、丙类40条等。", sums: []),
    Case(prose: "公开信息100条（甲类20条、乙类30条、其他类40条）。", sums: ["90"]),
    Case(prose: "公开信息100条（甲类20条、乙类30条），网站其他40条。", sums: []),
    Case(prose: "网站300条，公开信息100条（甲类20条、其他类40条）。", sums: ["60"]),
    Case(prose: "公开信息100条：网站20条，微信30条，其他渠道40条。", sums: ["90"]),
    Case(prose: "公开信息100条：网站20条，微信30条。", sums: ["50"]),
    Case(prose: "公开信息100条：网站20条，微信30条等。", sums: []),
    Case(prose: "公布行政许可和行政处罚信息300条，其中行政许可180条、行政处罚110条。", sums: ["290"]),
    Case(prose: "收到申请96件，其中线上61件，线下27件。", sums: ["88"]),
    Case(prose: "网站发布信息218条，公众号发布信息145条，共发布信息373条。", sums: ["363"]),
    Case(prose: "网站发布信息218条，公众号发布信息145条，共办结373条。", sums: []),
    Case(prose: "就教育、医疗、养老分别公开信息318条、402条、195条，三个领域共计935条。", sums: ["915"]),
    Case(prose: "涉及房产88件、建筑61件，部分申请涉及两个以上领域，共140件。", sums: []),
    Case(prose: "发布信息100条，分为概要20条、动态30条、目录40条三类。", sums: ["90"]),
    Case(prose: "培训7次，其中集中3次、上门2次、视频1次，三项合计7次。", sums: ["6"]),
    Case(prose: "公开环评信息214条、许可信息302条、处罚信息455条，以上三项共计981条。", sums: ["971"]),
    Case(prose: "通过三个渠道发布信息418条，其中网站206条、公众号150条、展板52条。", sums: ["408"]),
    Case(prose: "召开协调会、培训会、点评会共15次，其中协调会6次、培训会4次、点评会3次。", sums: ["13"]),
    Case(prose: "召开协调会、培训会共15次，其中协调会6次、点评会3次。", sums: []),
    Case(prose: "发布信息100条，分别是网站30条、微信70条，同比增加10条。", sums: []),
    Case(prose: "推送信息2140条，其中微信860条、微博720条、抖音及其他460条。", sums: ["2040"]),
    Case(prose: "推送信息2040条，其中微信860条、微博720条、抖音及其他460条。", sums: []),
    Case(prose: "公开信息100条，其中法人和其他组织20条、自然人70条。", sums: []),
    Case(prose: "全部71件中，28件予以公开，7件部分公开，两项合计35件。", sums: []),
    Case(prose: "不予公开182件，具体为：国家秘密3件、执法案卷146件。", sums: ["149"]),
    Case(prose: "公开信息100条（其中：甲类20条，乙类30条，其他40条）。", sums: ["90"]),
    Case(prose: "举办发布会12场，其中一季度3场、二季度2场、三季度4场、四季度2场。", sums: ["11"]),
    Case(prose: "举办发布会12场，其中一季度3场、二季度2场、三季度4场、四季度3场。", sums: []),
    Case(prose: "举办发布会12场，其中一季度3场、二季度2场。", sums: []),
    Case(prose: "代表建议58件、政协提案102件，共计170件，全部公开。", sums: ["160"]),
    Case(prose: "代表建议58件、政协提案102件，共计160件，全部公开。", sums: []),
    Case(prose: "网站发布820条，微信发布560条，去重后共计960条。", sums: []),
    Case(prose: "网站发布120条，微信发布80条，全年共计发布信息260条。", sums: []),
    Case(prose: "办理行政复议9件，其中结果维持5件、结果纠正1件、其他结果1件，其余尚未审结。", sums: []),
    Case(prose: "公开信息100条，其中甲类20条、其他30条、乙类50条。", sums: []),
    Case(prose: "公开信息100条，其中文件5件，其他3件。", sums: []),
    Case(prose: "其中甲类5条，其他3条。", sums: []),
    Case(prose: "公开文件49件，即政府文件21件、办公室文件18件、其他文件8件。", sums: ["47"]),
    Case(prose: "公开文件49件，即政府文件21件、办公室文件28件。", sums: []),
    Case(prose: "公开信息420条，分为机构职能类60条、民生服务类210条、财务类80条、宣传类90条。", sums: ["440"]),
    Case(prose: "公开信息440条，分为机构职能类60条、民生服务类210条、财务类80条、宣传类90条。", sums: []),
    Case(prose: "通过网站公开信息1980条、通过微信公开信息760条，两项共计2640条。", sums: ["2740"]),
    Case(prose: "通过网站公开信息1980条、通过微信公开信息660条，两项共计2640条。", sums: []),
    Case(prose: "公示出版物98种，由图书45种、期刊33种、报纸12种组成。", sums: ["90"]),
    Case(prose: "公布政策三十六项，分别是种植业十四项、畜牧业十项、渔业七项。", sums: ["31"]),
    Case(prose: "公布政策三十一项，分别是种植业十四项、畜牧业十项、渔业七项。", sums: []),
    Case(prose: "发布信息六百条，其中公益性岗位一百条、企业用工四百条、其他八十条。", sums: ["580"]),
    Case(prose: "发布信息6百条，其中公益性岗位一百条、企业用工四百条、其他八十条。", sums: []),
    Case(prose: "发布信息近百条，其中公益性岗位三十条、其他八十条。", sums: []),
    Case(prose: "发布信息上百条，其中公益性岗位三十条、其他八十条。", sums: []),
    Case(prose: "公开信息100条，其中网上30条、其他60条。", sums: ["90"]),
    Case(prose: "发布信息约100条，其中公益性岗位30条、其他80条。", sums: []),
    Case(prose: "公开信息100条，其中招生40条（含成人招生20条）、其他60条。", sums: []),
    Case(prose: "公开信息100条，其中招生40条（含成人招生20条）、其他50条。", sums: ["90"]),
    Case(prose: "75件申请中，涉及征地31件、城市管理18件、其他24件。", sums: ["73"]),
    Case(prose: "75件申请中，涉及征地31件、城市管理20件、其他24件。", sums: []),
    Case(prose: "收到申请60件，按内容分为：房屋征收23件，物业管理17件，其他18件。", sums: ["58"]),
    Case(prose: "收到申请60件，按内容分为：房屋征收23件，物业管理17件，工程20件。", sums: []),
    Case(prose: "收到申请60件，按内容分为：房屋征收23件，物业管理17件，工程30件。", sums: ["70"]),
    Case(prose: "公开信息60条，其中主动公开部分为20条，依申请公开部分为30条。", sums: []),
    Case(prose: "公开建议提案办理结果155件，其中人大建议85件，政协提案60件。", sums: ["145"]),
    Case(prose: "公开建议办理结果155件，其中人大建议85件，政协提案60件。", sums: []),
    Case(prose: "网站发布信息1200条，微信公众号发布600条，合计发布1900条。", sums: ["1800"]),
    Case(prose: "提出三项要求，其中一项是公开，其他两项是解读。", sums: []),
    Case(prose: "公开招商、规划、财政三类信息共512条，分别为210条、165条、107条。", sums: ["482"]),
    Case(prose: "公开招商、规划、财政三类信息共512条，分别为210条、195条、107条。", sums: []),
    Case(prose: "公开招商、规划等四类信息共512条，分别为210条、165条、107条。", sums: []),
    Case(prose: "办理申请512件，分别为210件、165件、107件。", sums: []),
    Case(prose: "公开信息100条，分为概要、动态和目录三类，其中概要20条、动态30条、目录40条。", sums: ["90"]),
    Case(prose: "公开信息100条，分为概要、动态和目录三类，其中概要20条、动态30条、目录50条。", sums: []),
    Case(prose: "公开信息100条，由办公室牵头，其中概要20条、动态30条。", sums: []),
    Case(prose: "公开总数100条，由三部分组成：网站50条，微信30条，公开栏10条。", sums: ["90"]),
    Case(prose: "上半年归档30条，下半年归档50条，全年共归档90条。", sums: ["80"]),
    Case(prose: "1月培训3次，6月培训2次，全年共培训9次。", sums: []),
    Case(prose: "一季度公开3条、二季度4条、三季度3条、四季度4条，全年总计15条。", sums: ["14"]),
    Case(prose: "抽检150批次，其中合格140批次、不合格20批次。", sums: ["160"]),
    Case(prose: "抽检160批次，其中合格140批次、不合格20批次。", sums: []),
    Case(prose: "公开信息100条，分别通过网站公开60条、微信公开30条。", sums: ["90"]),
    Case(prose: "公开信息100条，分别通过网站公开90条、微信公开30条。", sums: []),
    Case(prose: "不予公开9件，其中国家秘密1件，其他法律行政法规禁止公开2件，执法案卷6件。", sums: []),
    Case(prose: "办结75件，其中公开60件，其余10件无法提供、5件不予处理。", sums: []),
    Case(prose: "征集意见32次，其中网上14次、问卷8次，两类均已反馈。", sums: ["22"]),
    Case(prose: "征集意见32次，其中网上14次、问卷8次，一类均已反馈。", sums: []),
    Case(prose: "共承办建议9件、提案7件，合计15件。", sums: ["16"]),
    Case(prose: "征集意见83条，采纳29条，未采纳44条，均已反馈。", sums: ["73"]),
    Case(prose: "征集意见73条，采纳29条，未采纳44条，均已反馈。", sums: []),
    Case(prose: "办理建议提案16件，建议8件，提案11件。", sums: ["19"]),
    Case(prose: "收到意见75条，其中采纳30条，部分采纳20条，未采纳25条。", sums: []),
    Case(prose: "微博、公众号、抖音号共发布905条，分别为212条、548条和245条。", sums: ["1005"]),
    Case(prose: "公开信息100条（概要20条、动态30条、目录40条）。", sums: ["90"]),
    Case(prose: "公开信息100条（其中概要20条、动态30条、目录40条）。", sums: []),
    Case(prose: "公布抽检111期，其中甲片47期、乙片28期、丙片27期，合计111期。", sums: ["102"]),
    Case(prose: "开展自查3轮，其中上半年1轮、下半年1轮。", sums: ["2"]),
    // Months, halves and quarters that make a year.
    Case(prose: "1—6月归档30条，7—12月归档50条，全年归档90条。", sums: ["80"]),
    Case(prose: "上半年归档30条，下半年归档50条，全年80条。", sums: []),
    Case(prose: "发布简讯52期，1至9月39期，10至12月14期。", sums: ["53"]),
    Case(prose: "推送文章438篇。上半年206篇，下半年223篇。", sums: ["429"]),
    Case(prose: "推送文章四百三十八篇。上半年二百零六篇，下半年二百二十三篇。", sums: ["429"]),
    Case(prose: "上半年归档90条，一季度归档30条，二季度归档50条。", sums: []),
    Case(prose: "1月归档3条，2月归档5条，全年归档90条。", sums: []),
    Case(prose: "截至6月归档30条，7至12月归档50条，全年归档90条。", sums: []),
    Case(prose: "上半年办结30件，下半年办结50件，全年收到90件。", sums: []),
    // One, and what is not so.
    Case(prose: "发放问卷500份，收回462份，未收回28份。", sums: ["490"]),
    Case(prose: "发放问卷500份，收回462份，未收回28份，其余作废。", sums: []),
    Case(prose: "公布企业名录86家，有出口实绩的50家，无实绩的26家。", sums: ["76"]),
    Case(prose: "审查稿件90篇，公开60篇，不公开20篇。", sums: []),
    Case(prose: "办理来信90件，网上办结60件，未办结20件。", sums: []),
    Case(prose: "收到申请37件，上年结转3件，办结34件，未办结6件。", sums: []),
    Case(prose: "考核学校47所，基本合格6所，不合格2所。", sums: []),
    // Parts that their whole is called by.
    Case(prose: "承办省、市、县三级提案96件，省级12件，市级50件，县级24件。", sums: ["86"]),
    Case(prose: "承办省、市、县三级提案96件，省级12件，市级50件。", sums: []),
    Case(prose: "网站、微信发布信息96条，其中网站发布60条、微信发布60条。", sums: []),
    // An 其他 behind a total, or behind classes.
    Case(prose: "公开办事指南228项，户政类41项，治安类63项，其他类117项。", sums: ["221"]),
    Case(prose: "地名信息共228条，河流41条，居民点63条，其余117条。", sums: ["221"]),
    Case(prose: "网站发布信息100条，微信发布80条，其他渠道发布50条。", sums: []),
    Case(prose: "发布文件100件，解读材料30件，其他材料20件。", sums: []),
    // What is summed up behind a list, in other words.
    Case(prose: "①网站186条；②微信240条；③电子屏54条；总计490条。", sums: ["480"]),
    Case(prose: "小学215条，初中138条；高中176条；三个学段相加，总数为539条。", sums: ["529"]),
    Case(prose: "举办开放日16场，邀请企业代表25人、居民代表42人，参加人数总计77人。", sums: ["67"]),
    Case(prose: "招标公告20条；中标公告15条；共公开信息200条。", sums: []),
    Case(prose: "政策文件20条、解读30条，全年公开信息总量1000条。", sums: []),
    Case(prose: "规范三项信息公开，主体信息26条，人员信息38条，共公示74条。", sums: ["64"]),
    Case(prose: "网站、微信两项合计340条，加上公开栏60条，信息总数430条。", sums: ["400"]),
    Case(prose: "网站、微信两项合计340条，加上公开栏60条，信息总数400条。", sums: []),
    Case(prose: "市本级发布3.1万条，县区发布4.8万条，累计8.9万条。", sums: ["7.9"]),
    Case(prose: "市本级发布3.12万条，县区发布4.81万条，累计7.94万条。", sums: []),
    Case(prose: "分别公开信息3215\n条、750条、989条，合计5407条。", sums: []),
    // Written out.
    Case(prose: "三个栏目分别更新45条、38条、27条（45+38+27=120条）。", sums: ["110"]),
    Case(prose: "推行“1+3+5=全覆盖”，45条+38条=83条。", sums: []),
    Case(prose: "公告审计结果42篇，各年分别为12篇、24篇、16篇。", sums: ["52"]),
    Case(prose: "采购信息642条：意向157条；公告203条；合同公告84条。", sums: ["444"]),
    Case(prose: "37件申请里，涉及征地的15件、涉及拆迁的13件，剩余19件涉及村务。", sums: ["47"]),
  ]

  private static let rule = """
    rule a error "甲" {
      basis "乙"
      for b in breakdowns(正文) where b.exhaustive
      check any(w == b.sum for w in b.wholes)
      message "{b.sum}"
    }
    """

  /// What sentences about figures are made of, in any order: nothing of it may stop the program.
  private static let words = [
    "公开", "申请", "其中", "网站", "其他", "共", "共计", "合计", "两项", "分别为", "分别占", "按内容分为", "从渠道看", "占", "占比", "占总数",
    "增长", "同比", "下降", "上半年", "下半年", "全年", "由三部分组成：", "分为", "三类", "均", "应", "实", "已有", "分别通过",
    "较上年", "由", "增加到", "率", "满意度", "的", "中", "约", "近", "包括", "由", "组成", "部分为", "在", "万", "三类", "第", "全部",
    "2022年", "上年",
    "，", "。", "；", "、", "：", "（", "）", "%", ".", "百分之", "条", "件", "万条", "人次", "三十六", "百", "3", "12", "100",
    "4.5", "0", "\n",
  ]

  @Test(.timeLimit(.minutes(2))) func sentencesOfAnyKindAreRead() throws {
    var random = SplitMix64(seed: Seed.announced("sentences about figures"))
    let rule = """
      rule a info "甲" {
        basis "乙"
        for b in breakdowns(正文)
        check b.sum >= 0 and known(b.text)
        message "{b.text}"
        for 组 in percentages(正文)
        check 组.sum >= -1000000000 and known(组.text)
        message "{组.text}"
      }
      """
    for _ in 0..<Seed.cases(200) {
      let prose = (0..<400).map { _ in random.pick(Self.words) }.joined()
      _ = try Self.messages(rule, prose)
    }
  }

  /// A part alone that is more than its whole is wrong, whatever other parts there are.
  @Test(arguments: [
    ("公开信息100条，其中甲类120条、乙类3条。", true), ("公开信息100条，其中甲类60条、乙类60条。", false),
    ("公开信息100条（甲类120条、乙类3条）。", true), ("公开信息100条，网站共有栏目，其中甲类120条、乙类3条。", false),
    ("办理复文88件，其中人大代表建议53件，政协提案45件。", true),
    ("办理复文98件，其中人大代表建议53件，政协提案45件。", false),
    ("组织培训9次，其中线上培训4次，线下培训6次。", true),
    ("公开人事信息12条，其中任免信息8条、招考信息5条。", true),
    ("公开人事信息13条，其中任免信息8条、招考信息5条。", false),
    ("公开工程信息46条，其中招标公告14条、中标公示20条、验收信息30条。", true),
    ("公开工程信息64条，其中招标公告14条、中标公示20条、验收信息30条。", false),
    ("发布信息400条，其中图文信息380条、视频信息90条。", false),
    ("发布信息400条，其中政策信息380条、民生信息30条，部分信息同时属于两类。", false),
    ("公开信息146条，其中网站公开96条，微信公开60条。", false), ("参会46人，其中党员代表30人、女性代表20人。", false),
    ("参会46人，其中党员30人、女性20人、青年10人。", false),
    ("公开信息100条：网站60条，微信60条。", true), ("公开信息100条，其中网站60条，微信60条。", false),
    ("收到政府信息公开申请140件，其中网络申请86件、信函申请39件、当面申请25件。", true),
    ("收到政府信息公开申请150件，其中网络申请86件、信函申请39件、当面申请25件。", false),
    ("20件申请中，网站提交13件，信函提交6件，当面提交3件。", true),
    ("发布政策解读26篇，其中文字解读14篇、图片解读8篇、视频解读6篇。", true),
    ("全县22个单位建有专区，其中乡镇14个、县直部门11个。", true),
    ("全县22个单位建有专区，发布栏目，其中乡镇14个、县直部门11个。", false),
    ("收到申请477件，按提交方式统计：网络400件、信函60件、当面27件。", true),
    ("收到申请477件，从申请方式看，网上申请400件、邮寄申请60件、现场申请27件。", true),
    ("收到申请487件，从申请方式看，网上申请400件、邮寄申请60件、现场申请27件。", false),
    ("清理规范性文件90件，其中继续有效60件、修改10件、废止25件。", true),
    ("推送信息2040条，其中原创1260条，转载780条，被上级媒体采用86条。", false),
    ("公开信息1000条，其中动态500条、公告400条、文件150条。", true),
    ("公开信息1000条，其中动态900条、公告700条、文件450条。", false),
    ("举办培训7期，其中市级3期、县级6期，参训1200余人次。", true),
    ("新增账号2个，关停1个，其中微信20个、微博5个。", false),
    // One part alone.
    ("公开信息77条，其中网站公开93条。", true), ("公开信息77条，其中网站公开39条。", false),
    ("公示项目217个，其中产业发展类294个。", true), ("辖8个社区，其中已建成公开栏的社区11个。", true),
    ("发布信息320条（含转载410条）。", true), ("发布信息320条（不含转载410条）。", false),
    ("制定方案1项，包括任务12项。", false), ("开设专栏1个，其中栏目12个。", false),
    ("公开信息77条，其中累计公开规范性文件93条。", false), ("当年办结，结转0件。其中，代办5件。", false),
    ("全县14个乡镇中，已建成专区的21个，尚在建设的3个。", true), ("全县14个乡镇中，设置公开栏21个。", false),
    // Parts that no word announces.
    ("清理文件95件，继续有效61件、拟修改28件、宣布失效16件。", true), ("制发规范性文件6件，废止2件，现行有效41件。", false),
    ("收到提案96件，A类（已解决）81件，B类（列入计划）19件，C类（留作参考）6件。", true), ("政府办发布信息100条，部门90条，乡镇200条。", false),
    ("37件申请按收件时间统计，1至3月收到9件，4至6月收到32件。", true),
    ("发布文件1件，政策法规类\n56条，业务类65条，其他类42条。", false),
    ("公开资金100万元，其中管护费80.5万元，补植费40万元。", true),
    ("公开经费100万元，其中公务用车购置及运行费80万元，公务用车购置费60万元。", false),
    ("答复的37件中，5个工作日内答复11件，10个工作日内答复14件，20个工作日内答复22件。", true),
    ("收到申请97件。其中，予以公开60件、部分公开30件、无法提供20件。", false),
  ])
  func aPartIsNeverMoreThanItsWhole(_ prose: String, _ exceeds: Bool) throws {
    let rule = Self.rule.replacing("where b.exhaustive", with: "").replacing(
      "any(w == b.sum for w in b.wholes)", with: "not b.exceeds")
    #expect(try Self.messages(rule, prose).isEmpty != exceeds)
  }

  @Test(arguments: cases) func exhaustiveListsMustAddUp(_ item: Case) throws {
    #expect(try Self.messages(Self.rule, item.prose) == item.sums)
  }

  private static func messages(_ rule: String, _ prose: String) throws -> [String] {
    let rules = try RuleSet([
      RuleFolder(path: "r", files: [RuleSource(name: "a.rules", bytes: Array(rule.utf8))])
    ])
    let report = String(decoding: Shipped.sample("yunxi-2023.txt"), as: UTF8.self)
      .replacing("一、总体情况\n", with: "一、总体情况\n\(prose)\n", maxReplacements: 1)
    let inspection = Inspector(rules).inspect(Array(report.utf8), file: "x")
    #expect(inspection.verdict != .rejected)
    return inspection.findings.map(\.message)
  }
}
