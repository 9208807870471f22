"""The rules of the reader by name: the room that each stands in, what it says, and a sentence in which it speaks.

Every statement bears the names of the rules that made it, a fact three: how its number was found, how it shares its words
with others (in a table: what told its time), and how it is named. The name before the slash is the room: quantities, coordination and
naming of facts, tables (grids), entities.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule of the reader.

    Attributes:
        name: its room and its name, such as ``naming/thing behind``.
        says: what it reads.
        example: a sentence of a plan in which it makes a statement.

    """

    name: str
    says: str
    example: str


RULES: Final = (
    Rule("quantities/bare", "a number right before what it counts, without a measure word", "壮大3大产业。"),
    Rule("quantities/class", "a class in Roman numerals, in 类", "黄河干流断面水质稳定在Ⅱ类以上。"),
    Rule("quantities/fraction", "a fraction in digits, in %", "审批事项减少1/3以上。"),
    Rule("quantities/magnitude", "a round number without a digit, or an order of magnitude", "带动汽车销售超千亿元。"),
    Rule(
        "quantities/measured",
        "a numeral, in digits or Chinese, with its unit, single or as a range",
        "新增高新技术企业1000家以上。",
    ),
    Rule("quantities/part in words", "parts of a hundred or a thousand in words", "工业增加值增长百分之六点五。"),
    Rule("quantities/rank", "a place among others, in 位", "进出口总值稳居中部省会城市首位。"),
    Rule("quantities/ratio", "the three shares of a ratio, in %", "三次产业比重为4.0∶37.7∶58.3。"),
    Rule("quantities/run", "years or months on end", "粮食产量实现“十二连增”。"),
    Rule("quantities/share in words", "tenths, halves, fractions and nothing in words, in %", "网上办理率达到九成五。"),
    Rule(
        "quantities/unit left out",
        "a number whose unit is left out, shared with the next, or implied",
        "城乡居民收入比缩小至2.31:1。",
    ),
    Rule("coordination/base", "a value that another comes from", "研发投入强度从2.1%提高到2.3%。"),
    Rule("coordination/counted behind", "a value whose thing stands behind it", "打造50个“公园+”特色园区。"),
    Rule(
        "coordination/dealt", "values dealt out to as many subjects", "汽车、家电“以旧换新”分别达到12.5万辆、196万台。"
    ),
    Rule(
        "coordination/dealt to the subjects before",
        "values dealt out to the subjects of the clause before",
        "城镇、农村居民人均可支配收入达到4.5万元、2.9万元，分别增长5%、6%。",
    ),
    Rule(
        "coordination/of all subjects before",
        "one value that holds for all subjects of the clause before",
        "发电量50亿千瓦时、钢产量30万吨，均居全国首位。",
    ),
    Rule(
        "coordination/one thing counted twice",
        "several values of one thing behind them",
        "7.8万户、22.9万人稳定消除返贫风险。",
    ),
    Rule("coordination/ratio", "the shares of a ratio, each with its sector", "三次产业比重为4.0∶37.7∶58.3。"),
    Rule(
        "coordination/several",
        "one value that holds for several subjects",
        "项目结算率、决算率和通过率均提高20个百分点以上。",
    ),
    Rule("coordination/single", "a value whose own words stand before it", "地区生产总值增长6%左右。"),
    Rule("naming/aim of growth", "the aim of growth is that of the economy", "确定6%左右的增长目标。"),
    Rule("naming/growth behind", "growth that stands behind its rate", "规上工业增加值保持8%以上的增长。"),
    Rule("naming/magnitude", "how large a thing becomes", "打造千亿级人工智能产业集群。"),
    Rule("naming/rank", "the rank of a thing among others", "进出口总值稳居中部省会城市首位。"),
    Rule("naming/rate behind", "a rate that one short word behind it completes", "饮用水源地水质100%合格。"),
    Rule("naming/run", "for how many years or months on end", "粮食产量实现“十二连增”。"),
    Rule("naming/subject", "the subject, or action and object, before the number", "新增高新技术企业1000家以上。"),
    Rule(
        "naming/subject that moves",
        "a subject whose predicate moves it, though words follow",
        "投资增长10%大力发展服务消费。",
    ),
    Rule("naming/thing behind", "an action before the number and the thing behind it", "打造50个“公园+”特色园区。"),
    Rule("naming/thing first", "a thing that its number opens", "99家省重点实验室实现重组。"),
    Rule("grids/figure", "the figure that a cell of a table is", "| 指标 | 2025年 |\n| 森林覆盖率（%） | 35 |"),
    Rule(
        "grids/year of the head", "the year that a head of a table says", "| 指标 | 2025年 |\n| 森林覆盖率（%） | 35 |"
    ),
    Rule(
        "grids/time of the table",
        "a figure without a year of its own: that of the text around its table",
        "| 指标 | 目标 |\n| 粮食产量 | 130亿斤 |",
    ),
    Rule("grids/row", "what the head of the row names", "| 指标 | 2025年 |\n| 森林覆盖率（%） | 35 |"),
    Rule(
        "grids/column",
        "what the head of the column names, of a year or a place",
        "| 年份 | 粮食产量（亿斤） |\n| 2023年 | 130 |",
    ),
    Rule(
        "grids/row and column",
        "what the heads of row and column name together",
        "| 项目名称 | 总投资（亿元） |\n| 沿江高铁 | 627 |",
    ),
    Rule(
        "grids/group and row",
        "a row that says only 总量 or 增速, of its group",
        "| 指标 | 指标 | 2024年 |\n| 地区生产总值 | 增速 | 5.8% |",
    ),
    Rule(
        "grids/part",
        "a row that is a part of the one above, or of its group",
        "| 指标 | 2024年 |\n| 地区生产总值（亿元） | 900 |\n| 其中：第一产业（亿元） | 90 |",
    ),
    Rule(
        "grids/growth",
        "a column, or a word in the cell, that says a change",
        "| 指标 | 2024年 | 比上年增长（%） |\n| 粮食产量（亿斤） | 130 | 1.2 |",
    ),
    Rule(
        "grids/yearly growth",
        "a column of growth by the year",
        "| 指标 | 2025年 | 年均增长（%） |\n| 粮食产量（亿斤） | 130 | 1.2 |",
    ),
    Rule(
        "grids/total over years",
        "a figure in brackets: the total of the years of a plan",
        "| 指标 | 2025年 |\n| 单位GDP能耗降低（%） | [14.5] |",
    ),
    Rule(
        "grids/project", "a project that a list of projects names", "| 项目名称 | 总投资（亿元） |\n| 沿江高铁 | 627 |"
    ),
    Rule("entities/aspect", "the thing of which a phrase says an aspect", "增强郑州航空港区开放功能。"),
    Rule("entities/head of a list", "the known term that a list ends with", "加快发展合成生物、脑机接口等未来产业。"),
    Rule("entities/list", "a list that says what its items are, without a verb", "新能源汽车、人工智能等新兴产业。"),
    Rule("entities/measure", "what a verb of policy acts on", "开工建设中原量子谷二期项目。"),
    Rule("entities/shape", "a name by its shape, outside measures", "中原科技城的排名升至第19位。"),
    Rule("entities/standing", "an expression that is known as a name wherever it stands", "以党的二十大精神为指引。"),
    Rule("entities/weighed", "a name that only the weighing of its surroundings finds", "深化放管服改革。"),
    Rule("entities/title", "a title that something bears or seeks", "测试谷入选国家级先进制造业集群。"),
)


def get(name: str) -> Rule:
    """Return the rule of a name.

    Raises:
        KeyError: there is none.

    """
    return _BY_NAME[name]


_BY_NAME: Final = {rule.name: rule for rule in RULES}
