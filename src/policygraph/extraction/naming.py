"""What a number is about, spelled out so that it stands alone.

The words around a number say it in a handful of ways, each with a real phrase:

    subject predicate NUMBER        地区生产总值增长6%左右            地区生产总值增速
    action object NUMBER            新增市场主体10万户以上            新增市场主体数
    action NUMBER object            打造50个“公园+”特色园区           打造“公园+”特色园区数
    NUMBER subject predicate        99家省重点实验室实现重组          省重点实验室实现重组数
    NUMBER的 subject predicate      80%的中小学纳入教联体             中小学纳入教联体占比
    subject rank                    稳居中部省会城市首位              …在中部省会城市中的排名

What is left out is taken from what went before: 、增长5.4% from the subject, 总数达14家 from the thing counted, 网约公交线路10条
from the action. The memory of that is a `Topic`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from policygraph.extraction import wording
from policygraph.extraction.quantities import unit_kind, unit_noun

_RELATIONAL = re.compile(
    r"^(?:(?:产业|核心产业|经济|整体|年度|完成|年|全口径)?(?:规模|总规模|总量|总数|总额|总产|产量|单产|产值|总产值|增加值|投资|总投资|投资额|签约额|签约总额|合同额|金额|总金额|"
    r"增速|增幅|降幅|占比|比重|面积|总面积|数量|发货量|销售额|销量|销售收入|营收|营业收入|成交额|交易额|余额|人数|户数|里程|装机|入园企业|新入园企业|惠及企业|利润|吞吐量|货邮吞吐量|旅客吞吐量))$"
)
_WHOLES = {"全省", "全国", "全市", "全球", "世界"}
_EFFECT = re.compile(r"^(?:累计|直接|共|预计)*(?:带动|拉动|惠及|撬动|受益|节约|减轻|覆盖)")
_TOTAL = {"总数", "总量", "总额", "数量", "累计", "总计", "合计", "存量"}
_CONTAINER = re.compile(r"^(?P<lead>.*?)(?P<verb>占|占比|约占)(?P<whole>[^占]*?)(?:的)?(?:比重|比例|份额)?$")
_RANKED = re.compile(
    r"^(?P<subject>.*?)(?:连续[^，]{1,4}|稳|跃|仍|均|继续|保持|排名|分别)*(?:稳居|跃居|位居|高居|位列|名列|居|列|排名|排|晋升至|晋升到|跃升至|跃升到|上升至|上升到|升至|升到|提升至|进位至|保持|位次)(?P<scope>[^，；]*)$"
)
_SCOPE_NUMBER = re.compile(r"\d+[个家座所]?")
_COMPARED = re.compile(r"(?:比|较)(?:上年|去年|上年同期|同期|\d{4}年|[^，]{0,12}?(?:年|期))$")
_PARENTHESIS = re.compile(r"[（(][^）)]*[）)]")
_LIST_BEFORE_CLASS = re.compile(r"等$")
_EXAMPLES = re.compile(r"(?P<first>[^、，]{1,16})(?:、[^、，]{1,16})+等(?=[^，、]{2})")
_EDGES = "，、；：:。 的之"
# What has a 里程 rather than a 长度, and what is a share or rate by its own name.
_WAYS = re.compile(r"公路|铁路|高速|高铁|航道|轨道|地铁|线路|通车|运营|国道|省道")
_RATE_NOUN = re.compile(r"(?:率|比|比例|比重|占比|强度|速|幅|度|面|程度|水平|指数|份额|价格|增长|密度|CPI|PPI|M2)$")
_UNITS_WITHOUT_NOUN = {"rate", "points", "index", "size", "times"}


@dataclass(frozen=True, slots=True)
class Topic:
    """What the words before have been about.

    Attributes:
        subject: the subject of the last value, without predicate and suffix.
        action: the action that opened the last undertaking, or ``""``.
        thing: the thing that the last undertaking or subject was about, without action and measure noun.
        unit: the unit of the last value.
        industry: the industry that the sentence opened with, or ``""``.
        owner: who did the last thing, where the words said so, or ``""``.
    """

    subject: str = ""
    action: str = ""
    thing: str = ""
    unit: str = ""
    industry: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """A value with the words around it.

    Attributes:
        left: the words before it, back to the value before or the start of the clause.
        right: the words after it, up to the next mark or value, or ``""``.
        unit: its bare unit.
        joined: whether it is joined by 、 or 和 to the value before.
        gdp: what 经济增长 means here: 地区生产总值 or 国内生产总值.
        place: names of the document's own place, to be left out at the front of a name.
        bounded: whether a word of comparison stands before the number (突破7万家).
        run: whether it counts years or months on end (连续14个月).
        level: whether it is an order of magnitude (千亿级).
    """

    left: str
    right: str
    unit: str
    joined: bool
    gdp: str
    place: tuple[str, ...] = ()
    run: bool = False
    bounded: bool = False
    level: bool = False


def name(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the indicator's name and the topic for what follows; the name is ``""`` where nothing tells it."""
    if context.run:
        return _run_name(context, topic)
    if context.unit == "位" and not context.right:
        return _rank_name(context, topic)
    if context.level:
        return _magnitude_name(context, topic)
    if context.right in {"增长", "的增长"}:
        return _subject_first(replace(context, left=f"{context.left}增长", right=""), topic)
    if unit_kind(context.unit) == "rate" and 0 < len(context.right) <= 4 and context.left.strip(_EDGES):
        # 饮用水源地水质100%合格
        return _subject_first(replace(context, left=f"{context.left}{context.right}率", right=""), topic)
    if context.right and not context.left.strip(_EDGES):
        return _counted_first(context, topic)
    if context.right:
        return _counted_after(context, topic)
    return _subject_first(context, topic)


def _run_name(context: Context, topic: Topic) -> tuple[str, Topic]:
    """规上工业增加值…连续14个月保持两位数增长; 粮食产量“十一连增”; 连续三年超全国平均水平."""
    subject = wording.manner_at_end().sub("", _clean(context.left.strip(_EDGES + "“"), context))
    whole = subject or topic.subject
    right = context.right.strip(_EDGES + "”“")
    if subject:
        topic = replace(topic, subject=whole, action="", thing=whole)
    return wording.spelled_out(f"{whole}连续{right or '增长'}的{unit_noun(context.unit)}"), topic


def _magnitude_name(context: Context, topic: Topic) -> tuple[str, Topic]:
    """打造千亿级人工智能产业集群; 文旅产业迈入万亿级规模."""
    thing = context.right.lstrip("的").strip(_EDGES)
    if not thing or thing in {"规模", "产业"}:
        thing = (
            re.sub(r"(?:迈入|突破|跨入|成为|跻身|冲刺|达到|迈向)$", "", _clean(context.left, context)) or topic.thing
        )
        thing = _with_industry(thing)
    elif thing.endswith("支柱产业"):
        thing = thing.removesuffix("支柱产业") + "产业"
    return wording.spelled_out(f"{thing}规模"), replace(topic, subject=f"{thing}规模", action="", thing=thing)


def _with_industry(thing: str) -> str:
    return thing if not thing or thing.endswith(("业", "经济", "集群", "链", "基地")) else f"{thing}产业"


def _subject_first(context: Context, topic: Topic) -> tuple[str, Topic]:
    """地区生产总值增长6%; 新增市场主体10万户; 总数达14家; 、增长5.4%; 占全省66.7%."""
    left = context.left.strip(_EDGES).rstrip("了")
    predicate = wording.predicate_at_end().search(left)
    word = predicate["word"] if predicate else ""
    how = predicate["how"] if predicate else ""
    subject = left[: predicate.start()] if predicate else wording.manner_at_end().sub("", left)
    if word in {"占", "占到", "约占", "占比达"} or (
        (share := _CONTAINER.match(left)) and unit_kind(context.unit) == "rate"
    ):
        share = _CONTAINER.match(left)
        if share:
            return _share_name(context, topic, share["lead"], share["whole"])
    if over := re.search(r"(?:比|较|高于|低于|快于)(?P<base>[^，]*?)(?:分别)?$", subject):
        if context.unit == "百分点" and over["base"] and not _COMPARED.search(subject):
            base_subject = _clean(subject[: over.start()], context) or topic.subject
            return f"{base_subject}{over[0].rstrip('分别')}{word}的幅度", replace(topic, subject=base_subject)
    subject = _COMPARED.sub("", subject)
    cleaned = _clean(subject, context)
    if unit_kind(context.unit) == "rate" and (aim := re.search(r"增长(?:预期目标|预期|目标)?$", cleaned)):
        # 经济增长目标设定为6%左右, 经济增长预期7%左右
        cleaned, word = cleaned[: aim.start()], "增长"
    whole, topic = _complete(cleaned, context, topic, bare=not word)
    if not whole:
        return "", topic
    suffix = _suffix(whole, word, how, context)
    named = wording.spelled_out(_growth(whole, suffix, context))
    return named, topic


def _growth(whole: str, suffix: str, context: Context) -> str:
    """Spell out what 经济 and 投资 mean when they grow."""
    if suffix == "增速" and whole in {"投资", "全社会投资"}:
        return "固定资产投资增速"
    if suffix.endswith("增速") and whole in {"经济", "经济总量", "GDP", "生产总值", "全省经济", "全市经济", "国民经济"}:
        return context.gdp + suffix
    if whole in {"经济总量", "GDP", "生产总值", "经济规模"}:
        return context.gdp + suffix
    if whole.endswith("经济总量"):
        return whole.removesuffix("经济总量") + context.gdp + suffix  # 襄阳经济总量突破6000亿元
    if suffix and whole.endswith(suffix):
        return whole
    if suffix == "增速" and re.search(r"(?:增速|增幅|增长率|涨幅|率|比重|占比)$", whole):
        return whole
    return whole + suffix


def _suffix(whole: str, word: str, how: str, context: Context) -> str:
    """Return what the predicate and the unit add to the name: 增速, 降幅, 数, 面积 …"""
    kind = unit_kind(context.unit)
    direction = wording.predicate_class(word) if word else "level"
    if word == "完成" and kind == "money" and whole.endswith("投资"):
        return "完成额"
    if kind == "rate" and direction == "level" and not _RATE_NOUN.search(whole):
        return "占比"
    yearly = "年均" if "年均" in how else "实际" if "实际" in how else ""
    if direction == "up" and kind == "rate":
        return yearly + (
            "涨幅"
            if word in {"上涨", "涨", "上浮"}
            else "增速"
            if word.startswith("增") or word in {"拉动", "快"}
            else f"{word}幅度"
            if word != "高"
            else ""
        )
    if direction == "down" and kind == "rate":
        return yearly + (
            "减少比例"
            if word in {"减少", "缩减", "压减", "减"} and not re.search(r"排放|消耗|能耗|浓度|强度", whole)
            else "降幅"
        )
    if kind == "points" and direction in {"up", "down"}:
        return f"{word}幅度" if context.unit == "百分点" else f"{word}{context.unit}"
    if direction in {"up", "down"} and kind != "rate":
        changed = word if word != "增" else "增加"
        if not context.left.strip(_EDGES).removesuffix(word).removesuffix(how) or _COMPARED.search(
            context.left.strip(_EDGES).removesuffix(word)
        ):
            changed = f"比上年{changed}"
        noun = unit_noun(context.unit)
        return changed + ("额" if kind == "money" else noun if kind in {"people", "visits"} else "量")
    return _unit_suffix(whole, context.unit)


def _unit_suffix(whole: str, unit: str) -> str:
    kind, noun = unit_kind(unit), unit_noun(unit)
    if kind == "class" and not whole.endswith(noun):
        return noun
    if kind == "length" and _WAYS.search(whole):
        return "" if whole.endswith("里程") else "里程"
    if kind == "money" and whole.endswith("赤字"):
        return "规模"
    if kind in _UNITS_WITHOUT_NOUN or not noun or whole.endswith(noun) or wording.measure_noun_at_end().search(whole):
        return ""
    if kind == "people" and re.search(r"(?:人数|数)$", whole):
        return ""
    if kind == "mass":
        return "" if re.search(r"[量产]$", whole) else "量"
    return noun


def _complete(cleaned: str, context: Context, topic: Topic, *, bare: bool) -> tuple[str, Topic]:
    """Supply from the topic what the words leave out."""
    if not cleaned:
        return topic.subject, topic
    action = wording.action_at_start().match(cleaned)
    verb = action["verb"] if action else ""
    rest = cleaned[len(verb) :].strip(_EDGES)
    if _EFFECT.match(cleaned) and unit_kind(context.unit) == "rate":
        cleaned = _EFFECT.sub("", cleaned)
    if _EFFECT.match(cleaned) and topic.subject:
        # 发放以旧换新补贴66.7亿元，拉动消费785亿元; 改造老旧小区6496个、惠及97.9万户
        whom = "户" if context.unit == "户" and _EFFECT.fullmatch(cleaned) else ""
        return topic.subject + cleaned + whom, replace(topic, action="")
    if cleaned.startswith("对") and "贡献" in cleaned:
        # 对工业增长贡献率达到35.1%
        return (topic.thing or topic.subject) + cleaned, topic
    if _RELATIONAL.match(cleaned) or cleaned in _TOTAL:
        whole = _related(cleaned, topic)
        return whole, replace(topic, subject=whole)
    if verb and not rest and topic.thing:
        whole = verb + topic.thing
        return whole, replace(topic, subject=whole, action=verb)
    measured = wording.measure_noun_at_end().search(cleaned)
    bare = bare and not context.bounded
    if (
        not verb
        and bare
        and (context.joined or context.unit == topic.unit)
        and topic.action
        and not measured
        and unit_kind(context.unit) not in {"rate", "points"}
    ):
        whole = topic.action + cleaned
        return whole, replace(topic, subject=whole, thing=cleaned, unit=context.unit)
    thing = rest if verb else cleaned
    if measured and not verb:
        thing = cleaned[: measured.start()] or cleaned
    elif not verb and (doing := wording.action_inside().search(cleaned)):
        # 鄂州花湖机场开通国际国内货线91条、货邮吞吐量达到128万吨: the airport's
        thing = cleaned[: doing.start()]
        topic = replace(topic, owner=thing)
    return cleaned, replace(topic, subject=cleaned, action=verb, thing=thing, unit=context.unit)


def _related(head: str, topic: Topic) -> str:
    """Return a head that needs an owner with its owner: 规模 → 电子信息产业规模, 总数 → 省实验室总数."""
    if head in _TOTAL:
        owner = topic.thing or topic.subject
        return owner + ("" if owner.endswith(head) else "总数" if head in {"累计", "总计", "合计"} else head)
    if head in {"增速", "增幅"}:
        return topic.subject + head
    if head.startswith(("签约", "投资", "总投资", "合同", "完成", "年度", "金额", "总金额")):
        return topic.subject + head
    owner = topic.thing or topic.subject
    if head.startswith(("产业", "核心产业")) and not owner.endswith(("业", "经济")) and topic.industry:
        owner = topic.industry
    if head.startswith("产业") and owner.endswith("产业"):
        return owner + head[2:]
    if head in {"总产", "产量", "单产"}:
        owner = re.sub(r"(?:种植|播种|生产|总|实际下线|下线|销售)$", "", owner)
    if head.endswith("吞吐量"):
        owner = topic.owner
    return owner + head


def _share_name(context: Context, topic: Topic, lead: str, whole: str) -> tuple[str, Topic]:
    """占全省66.7%; 战新产业占比达72%; 高技术产品出口占全部出口比重超过50%."""
    subject = _clean(lead, context)
    if lead.strip(_EDGES) in _WHOLES:
        subject, whole = topic.subject, lead.strip(_EDGES)
    elif not subject:
        subject = topic.subject
    elif _RELATIONAL.match(subject):
        subject = _related(subject, topic)
    whole = re.sub(
        r"(?:比重|比例|份额)?(?:达到|达|为|超过|超|提高到|提升到|提升至|提高至|保持在|稳定在|降至)?$", "", whole
    ).strip(_EDGES)
    whole = re.sub(r"^(?:比重|比例|到|比)", "", whole)
    named = f"{subject}占{whole}比重" if whole else f"{subject}占比"
    return wording.spelled_out(named), replace(topic, subject=subject)


def _rank_name(context: Context, topic: Topic) -> tuple[str, Topic]:
    """稳居中部省会城市首位; 增速全国第3; 中原科技城在全国348个科技城中晋升至第15位."""
    left = context.left.strip(_EDGES)
    ranked = _RANKED.match(left)
    if ranked:
        subject, scope = ranked["subject"], ranked["scope"]
    else:
        at = re.search(r"(?:全国|全球|世界|全省|亚洲|中部|西部|东部|国内)[^，]*$", left)
        subject, scope = (left[: at.start()], at[0]) if at else (left, "")
    within = re.search(r"在(?P<scope>[^，]+?)(?:中|里|内|间)?$", subject)
    if within and not scope:
        subject, scope = subject[: within.start()], within["scope"]
    scope = _PARENTHESIS.sub("", _SCOPE_NUMBER.sub("", scope)).strip(_EDGES)
    scope = re.sub(r"(?:中|里|之)$", "", scope)
    cleaned = re.sub(r"(?:分别|均|都|连续)$", "", _clean(subject, context))
    whole = topic.subject if not cleaned else _related(cleaned, topic) if _RELATIONAL.match(cleaned) else cleaned
    if not whole:
        return "", topic
    joined = f"在{scope}中的" if scope and scope not in {"全国", "全球", "世界", "全省", "亚洲"} else scope
    named = wording.spelled_out(f"{whole}{joined}排名")
    return named, replace(topic, subject=named)


def _counted_first(context: Context, topic: Topic) -> tuple[str, Topic]:
    """99家省重点实验室实现重组; 80%的中小学纳入教联体."""
    right = context.right.lstrip("的").strip(_EDGES)
    right = re.sub(r"了(?=[一-鿿])", "", right, count=1)
    right = re.split(r"(?<=.{2})(?:普遍|全部|全面超额|均|都(?=[一-鿿]))", right, maxsplit=1)[0]
    if not right:
        return "", topic
    if (
        context.joined
        and topic.action
        and unit_kind(context.unit) not in {"rate", "points"}
        and not _says_itself(right)
    ):
        return wording.spelled_out(topic.action + right + _unit_suffix(right, context.unit)), replace(
            topic, subject=topic.action + right, thing=right, unit=context.unit
        )
    suffix = "占比" if unit_kind(context.unit) == "rate" else _unit_suffix(right, context.unit)
    return wording.spelled_out(right + suffix), replace(topic, subject=right, thing=_noun_part(right))


def _says_itself(right: str) -> bool:
    """Whether the words after a number hold a predicate of their own: 7项科技成果获国家科技奖励."""
    return bool(
        re.search(
            r".{2}(?:获|入选|纳入|实现|进入|建成|开通|投用|上榜|达到|完成|列入|落地|成为|通过|服务|开工|加快|获批|稳定)",
            right,
        )
    )


def _noun_part(right: str) -> str:
    return re.split(
        r"(?<=.{2})(?:获|入选|纳入|实现|进入|建成|开通|投用|上榜|达到|完成|列入|落地|加快|稳定|规模|日均)",
        right,
        maxsplit=1,
    )[0]


def _counted_after(context: Context, topic: Topic) -> tuple[str, Topic]:
    """打造50个“公园+”特色园区; 加快上海交大等4家郑州研究院场地建设; 国务院各部门全年取消和下放246项行政审批事项."""
    left = context.left.strip(_EDGES)
    right = re.split(r"(?<=.{2})(?:要(?!素)|将|全部|普遍)", context.right.lstrip("的").strip(_EDGES), maxsplit=1)[0]
    cleaned = _clean(left, context)
    if wording.opening_adverb().fullmatch(cleaned) and not wording.action_at_start().match(cleaned):
        cleaned = ""
    opening = wording.action_at_start().match(cleaned)
    closing = wording.action_at_end().search(cleaned)
    if _LIST_BEFORE_CLASS.search(left) or "、" in cleaned:
        verb = opening["verb"] if opening else topic.action if context.joined else ""
        subject = ""
    elif closing:
        verb = closing["verb"]
        subject = cleaned[: closing.start()]
    else:
        verb, subject = (opening["verb"], cleaned[opening.end() :]) if opening else ("", cleaned)
    if subject and not verb:
        subject = re.sub(r"(?:的|等|共|有)$", "", subject)
    whole = f"{subject}{verb}{right}"
    suffix = "占比" if unit_kind(context.unit) == "rate" else _unit_suffix(whole, context.unit)
    if unit_kind(context.unit) == "money" and not suffix:
        suffix = ""
    return wording.spelled_out(whole + suffix), replace(
        topic, subject=whole, action=verb, thing=_noun_part(right), unit=context.unit
    )


def _clean(words: str, context: Context) -> str:
    """Return the words without what opens a clause: time, place of the document, mood, manner."""
    words = words.strip(_EDGES)
    before = None
    while before != words:
        before = words
        words = re.sub(
            r"^(?:(?:到|至)?(?:19|20)\d\d年(?:底|末)?(?:前)?(?:[，、])?|“?十[一二三四五六]五”?(?:期间|时期|末|以来)?[，、]?|前?\d{1,2}(?:[—–~～至\-]\d{1,2})?个?月(?:底|末|份)?前?|\d+年(?=累计|来))",
            "",
            words,
        )
        words = re.sub(r"^(?:近|过去)?[\d两三四五六七八九十]+年(?:来|间)?$", "", words.strip(_EDGES))
        for place in context.place:
            # 郑州市新增…, but not 郑州机场…: the place counts as an opening only before a verb or 市/省.
            words = re.sub(
                rf"^{re.escape(place)}(?:市|省)?(?=新|将|要|累计|规模以上|一般|地区|固定|社会|全|的|城镇|农村|$)",
                "",
                words,
            )
        if adverb := wording.opening_adverb().match(words):
            rest = words[adverb.end() :]
            if rest and not (adverb[0] in {"全国", "国家"} and rest) and not _is_word_part(adverb[0], rest, words):
                words = rest
        words = words.strip(_EDGES)
    words = re.sub(r"(?:，|：)(?=[^，：]*$)", "", words) if words.count("，") == 0 else words
    return re.sub(r"(?:近|过去)?[\d两三四五六七八九十]+年(?:来|间)?$", "", _without_list(words.rstrip("了")))


def _without_list(words: str) -> str:
    """Drop the examples before a class: 为经营主体降低[物流、融资、用能、用地等]成本, 制定修订[企业信息公示暂行条例等]行政法规."""
    match = _EXAMPLES.search(words)
    if match is None:
        return words
    first = match["first"]
    verb = wording.action_at_end().search(first) or wording.action_at_start().match(first)
    kept = first[: verb.end()] if verb else ""
    return words[: match.start()] + kept + words[match.end() :]


def _is_word_part(adverb: str, rest: str, words: str) -> bool:
    """Whether what looks like an adverb is the first part of a longer word: 新[能源], 完成[率], 实际 …"""
    if adverb in {"高标准", "高质量", "高水平", "大规模", "重点"} and rest:
        return not wording.action_at_start().match(rest)  # 高标准建设自贸区, but 高标准农田
    if adverb in {"基本", "初步"} and wording.action_at_start().match(rest):
        return False
    if adverb in {
        "新",
        "初步",
        "规划",
        "支持",
        "对",
        "以",
        "和",
        "与",
        "及",
        "可",
        "年",
        "近",
        "超",
        "把",
        "要",
        "应",
        "重点",
        "平均",
        "预期",
        "目标",
        "任务",
        "落实",
        "共",
        "每年",
        "拥有",
        "带动",
        "引导",
        "基本",
        "集中",
        "就",
    }:
        return True
    action = wording.action_at_start().match(words)
    return bool(action) and len(action["verb"]) > len(adverb)
