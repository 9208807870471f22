"""Ranks: 稳居中部省会城市首位, 增速全国第3, 在全国348个科技城中晋升至第15位."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import owners
from policygraph.extraction.facts.naming.context import EDGES
from policygraph.extraction.facts.naming.openings import clean

if TYPE_CHECKING:
    from policygraph.extraction.facts.naming.context import Context, Topic

_STANDS = (
    "进入|跻身|迈入|挺进|冲刺|稳定在"
    "|稳居|跃居|位居|高居|位列|名列|居|列|排名|排(?![放水污查])|晋升至|晋升到|跃升至|跃升到|上升至|上升到|升至|升到|提升至|进位至|保持"
)
_RANKED = re.compile(
    rf"^(?P<subject>.*?)(?:连续[^，]{{1,4}}|[稳跃仍均]|历史性|首次|稳步|持续|继续|保持|排名|分别)*(?:{_STANDS})(?P<scope>[^，；]*)$"
)
_SCOPE = re.compile(r"(?:全国|全球|世界|全省|亚洲|中部|西部|东部|国内)[^，]*$")
_AMONG = re.compile(r"在(?P<scope>[^，]+?)[中里内间]?$")
_HOW_MANY = re.compile(r"\d+[个家座所]|[（(][^）)]*[）)]")
# 从第9名提升至第2名: where it stood before
_FROM = re.compile(r"[从由]第?\d+[名位](?=[^，；]*[至到])|[从由]第?\d+[名位].*$")
# 排名53位、提升3位
_MOVES = re.compile(r"(?P<word>提升|上升|前移|前进|跃升|进位|下降|后移)了?$")
_RANK_NOUN = re.compile(r"的?(?:位次|排名|名次)$")
_ASSESSED = re.compile(r"(?:评价|考核|评估|测评|督查|评比|考评|审计)$")
_WIDE = {"全国", "全球", "世界", "全省", "亚洲"}


def name(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a rank, and the topic for what follows."""
    left = _FROM.sub("", context.left.strip(EDGES))
    if (moved := _MOVES.search(left)) and not context.bounded:
        return _change(left[: moved.start()], moved["word"], context, topic)
    subject, scope = _parts(left)
    scope = re.sub(r"[中里之]$", "", _HOW_MANY.sub("", scope).strip(EDGES))
    cleaned = re.sub(r"(?:分别|均|都|连续)$", "", clean(subject, context))
    own = next((place for place in context.place if subject.strip(EDGES) == place), "")
    if not (cleaned or own) and _ASSESSED.search(scope):
        return wording.spelled_out(f"{scope}排名"), topic  # 在全国困难群众救助工作绩效评价中名列第一
    whole = cleaned or own or topic.subject  # 北京连续9年稳居科研城市全球榜首 says nothing of what went before
    if not cleaned and whole.endswith("排名"):
        return whole, topic  # 排名由369位上升到235位
    if cleaned and owners.needs_owner(cleaned):
        whole = owners.owned(cleaned, topic)
    if not whole:
        return "", topic
    named = wording.spelled_out(f"{whole}{scope if not scope or scope in _WIDE else f'在{scope}中的'}排名")
    return named, replace(topic, subject=named)


def _change(left: str, word: str, context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a move among ranks, in places."""
    subject = clean(left, context) or topic.subject
    noun = "" if subject.endswith(("排名", "位次")) else "排名"
    return (f"{subject}{noun}{word}位次" if subject else ""), topic


def _parts(left: str) -> tuple[str, str]:
    """Return what is ranked and among whom."""
    if ranked := _RANKED.match(left):
        subject, scope = ranked["subject"], ranked["scope"]
    elif at := _SCOPE.search(left):
        subject, scope = left[: at.start()], at[0]
    else:
        subject, scope = left, ""
    if not scope and (among := _AMONG.search(subject)):
        subject, scope = subject[: among.start()], among["scope"]
    return _RANK_NOUN.sub("", subject), scope
