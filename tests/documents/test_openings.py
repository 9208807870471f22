"""Openings of documents as offices publish them: place, level and date are read from their own words, or are unknown."""

from __future__ import annotations

import pytest

from policygraph.documents import metadata

FIGURE = "2020年，全年实现地区生产总值19亿元，增长8%。\n"


@pytest.mark.parametrize(
    ("text", "area", "level", "issued"),
    [
        # County reports without the set phrase.
        ("云阳县2023年政府工作报告\n一、2022年工作回顾\n", "云阳", "county", "2023"),
        ("政府工作报告\n——2022年1月6日在云阳县第十八届人民代表大会第二次会议上\n县长 某某\n", "云阳", "county", "2022-01-06"),
        ("2024年云岭县政府工作报告\n各位代表：\n", "云岭", "county", "2024"),
        ("北川羌族自治县2025年政府工作报告\n", "北川", "county", "2025"),
        ("2019年准格尔旗政府工作报告\n", "准格尔旗", "county", "2019"),
        ("和林格尔县2011年政府工作报告\n", "和林格尔", "county", "2011"),
        ("恩施土家族苗族自治州2023年政府工作报告\n", "恩施", "city", "2023"),
        ("锡林郭勒盟2021年行政公署工作报告\n锡林郭勒盟\n", "锡林郭勒", "city", "2021"),
        ("关于中牟县2022年国民经济和社会发展计划执行情况的报告\n", "中牟", "county", "2022"),
        ("密云县2003年政府工作报告\n", "密云区", "county", "2003"),
        ("苍山县2012年政府工作报告\n", "苍山", "county", "2012"),
        ("县政府工作报告\n2020年1月8日在寻乌县第十七届人民代表大会第五次会议上\n", "寻乌", "county", "2020-01-08"),
        # Bulletins: issued in the next year.
        ("2020年永丰县国民经济和社会发展统计公报\n2020年，永丰县实现地区生产总值19亿元，增长8%。\n", "永丰", "county", "2021"),
        ("泰和县2022年国民经济和社会发展统计公报\n泰和县统计局\n2023年4月10日\n", "泰和", "county", "2023-04-10"),
        ("安徽省2023年国民经济和社会发展统计公报\n", "安徽", "province", "2024"),
        ("2024年一季度滁州市经济运行情况\n发布时间：2024-04-28\n", "滁州", "city", "2024-04-28"),
        ("中华人民共和国2023年国民经济和社会发展统计公报\n国家统计局\n2024年2月29日\n", "全国", "nation", "2024-02-29"),
        # Plans: the first year.
        ("青神县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n", "青神", "county", "2021"),
        ("昆明市“十二五”规划纲要\n更新时间：2018-01-01\n", "昆明", "city", "2011"),
        # Offices and notices.
        ("永丰县农业农村局关于印发2024年工作要点的通知\n2024年，积极落实县委县政府部署，抓好生产。\n", "永丰", "county", "2024"),
        ("六安市农业农村局2024年全市农业农村工作要点\n浏览次数：12 发布时间：2024-03-29 11:28\n", "六安", "city", "2024-03-29"),
        ("关于2023年寿光市民生实事办结情况的通报\n2024年1月5日\n", "寿光", "county", "2024-01-05"),
        ("首页 > 政务公开 > 重点领域\n岳西县人民政府关于印发2022年《政府工作报告》重点任务分工的通知\n", "岳西", "county", "2022"),
        # News.
        ("宿州：夯基础 稳产能 防风险 增活力\n2024-04-12 08:06 来源：某报\n今年以来，我市抓好生产。\n", "宿州", "city", "2024-04-12"),
        ("上半年全市经济稳中有进\n2023-07-20 来源：咸宁日报\n本报讯 上半年，咸宁市地区生产总值增长5%。\n", "咸宁", "city", "2023-07-20"),
        # Zones, the corps, towns and streets.
        ("郑州经济技术开发区2024年工作报告\n", "郑州经济技术开发区", "county", "2024"),
        ("浦东新区2025年政府工作报告\n", "浦东新区", "county", "2025"),
        ("新疆生产建设兵团2023年国民经济和社会发展统计公报\n", "新疆生产建设兵团", "city", "2024"),
        ("青溪镇2025年政府工作报告\n2025年，农民收入增长6%。\n", "青溪镇", "township", "2025"),
        ("和平街道2022年工作报告\n", "和平街道", "township", "2022"),
        # Hong Kong and Macao.
        ("香港特别行政区行政长官2023年施政报告\n", "香港", "province", "2023"),
        ("澳门特别行政区政府2024年财政年度施政报告\n", "澳门", "province", "2024"),
        # More of all kinds.
        ("国务院关于落实《政府工作报告》重点工作分工的意见\n国发〔2024〕9号\n", "全国", "nation", "2024"),
        ("2023年1-6月份长垣市经济运行情况\n长垣市统计局 2023年7月20日\n", "长垣", "county", "2023-07-20"),
        ("2023-07-20\n本报讯（记者 某某）记者从市统计局获悉，上半年，淮南市经济增长5%。\n", "淮南", "city", "2023-07-20"),
        ("西宁（国家级）经济技术开发区2020年工作总结\n", "西宁经济技术开发区", "county", "2020"),
        ("广州市南沙区人民政府关于印发南沙区第十四个五年规划的通知\n穗南府〔2021〕5号\n", "南沙区", "county", "2021"),
        ("二〇二五年新郑市政府工作报告\n", "新郑", "county", "2025"),
        # Names that several places share.
        ("吉林省长春市朝阳区2022年政府工作报告\n", "长春朝阳区", "county", "2022"),
        ("政府工作报告\n——2021年2月1日在北京市朝阳区第十六届人民代表大会第七次会议上\n", "北京朝阳区", "county", "2021-02-01"),
        ("鼓楼区2022年政府工作报告\n各位代表：\n", "unknown", "unknown", "2022"),
        ("2023年普陀区政府工作报告\n发布时间：2023-01-19\n我代表上海市普陀区人民政府报告。\n", "上海普陀区", "county", "2023-01-19"),
        ("2023年普陀区政府工作报告\n我代表区人民政府报告。\n对标上海、杭州。\n", "unknown", "unknown", "2023"),
        # Towns behind the names of what they lie in, zones behind their rank.
        ("昆山市周庄镇2024年政府工作报告\n", "周庄镇", "township", "2024"),
        ("北京市朝阳区双井街道2024年重点工作\n", "双井街道", "township", "2024"),
        ("2022年国家级临沂经济技术开发区经济运行情况\n", "临沂经济技术开发区", "county", "2023"),
        ("云阳县2023年前三季度主要指标完成情况\n", "云阳", "county", "2023"),
        ("云阳县2023年前10个月经济运行情况\n", "云阳", "county", "2023"),
        ("云阳县关于2030年前碳达峰的实施方案\n2023年3月2日\n", "云阳", "county", "2023-03-02"),
        # Congress, consultative conference, budget, corps and leagues.
        (
            "清远市人民代表大会常务委员会工作报告\n——2024年1月11日在清远市第八届人民代表大会第四次会议上\n",
            "清远", "city", "2024-01-11",
        ),
        (
            "关于大荔县2022年财政预算执行情况和2023年财政预算草案的报告\n——2023年2月8日在大荔县第十九届人民代表大会第二次会议上\n",
            "大荔", "county", "2023-02-08",
        ),
        # Nothing told: never the nation.
        ("2023年工作总结\n今年工作进展顺利，全国领先。\n", "unknown", "unknown", "2023"),
        ("某市2025年政府工作报告\n地区生产总值增长5%左右。\n", "unknown", "unknown", "2025"),
        ("2025年政府工作报告\n全县地区生产总值增长5%，居全国前列，高于郑州。\n", "unknown", "unknown", "2025"),
        # Page frames.
        (
            "新闻热线：0539-7037779\n当前位置：主页 > 两会 > 政府报告 >\n2012年郯城县两会《政府工作报告》\n2012-02-28 11:43 来源：某网\n",
            "郯城", "county", "2012-02-28",
        ),
        ("石桥市 2006 政府工作报告\n来源：石桥日报 更新时间：2012-04-14\n各位代表：\n", "石桥", "county", "2006"),
        ("政府工作报告\n二〇〇六年三月二日在南丹县第十四届人民代表大会上\n", "南丹", "county", "2006-03-02"),
    ],
)  # fmt: skip
def test_place_level_and_date_of_an_opening(text, area, level, issued):
    """Each in the words in which such documents begin."""
    known = metadata.complete({}, text + FIGURE, "document")
    assert (known.area, known.level.value, known.issued) == (area, level, issued)


@pytest.mark.parametrize(
    ("stem", "text", "area"),
    [
        ("suzhou", "宿州市2024年政府工作报告\n", "宿州"),
        ("taizhou-2024", "泰州市2024年政府工作报告\n", "泰州"),
        ("zhengzhou2024", "2024年工作报告\n", "郑州"),
        ("yunyang", "2024年工作报告\n", "云阳"),
    ],
)
def test_the_name_of_a_file_counts_last(stem, text, area):
    """A place that the text names wins over one of the same pinyin."""
    assert metadata.complete({}, text, stem).area == area


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("新闻热线：0539-7037779\n首页 > 正文\n2012年苍山县两会《政府工作报告》\n", "2012年苍山县两会《政府工作报告》"),
        ("文库 实用文档 报告/总结\n2020年衡阳市政府工作报告\n", "2020年衡阳市政府工作报告"),
        ("今日访问：12345人次\n石桥市2025年工作要点\n", "石桥市2025年工作要点"),
        ("通讯员qq群：97190667\n大众报业集团主办\n石桥市统计公报\n", "石桥市统计公报"),
    ],
)
def test_titles_are_no_lines_of_the_frame(text, title):
    """Menus, hotlines, counters and publishers stand above the title of a copied page."""
    assert metadata.complete({}, text, "x").title == title
