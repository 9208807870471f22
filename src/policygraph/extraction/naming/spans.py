"""Runs of years and months, and orders of magnitude: 连续14个月保持两位数增长, 打造千亿级人工智能产业集群."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.extraction import wording
from policygraph.extraction.naming.context import EDGES
from policygraph.extraction.naming.openings import clean
from policygraph.extraction.quantities import unit_noun

if TYPE_CHECKING:
    from policygraph.extraction.naming.context import Context, Topic

_ARRIVES = re.compile(r"(?:迈入|突破|跨入|成为|跻身|冲刺|达到|迈向)$")
_OF_THEIR_KIND = ("业", "经济", "集群", "链", "基地")


def run(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a run: 规模以上工业增加值连续保持两位数增长的月数, 粮食产量连续增长的年数."""
    subject = wording.manner_at_end().sub("", clean(context.left.strip(EDGES + "“"), context))
    whole = subject or topic.subject
    goes_on = context.right.strip(EDGES + "”“") or "增长"
    if subject:
        topic = replace(topic, subject=whole, action="", thing=whole)
    return wording.spelled_out(f"{whole}连续{goes_on}的{unit_noun(context.unit)}"), topic


def magnitude(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a magnitude: 人工智能产业集群规模, 文旅产业规模."""
    thing = context.right.lstrip("的").strip(EDGES)
    if not thing or thing in {"规模", "产业"}:
        thing = _ARRIVES.sub("", clean(context.left, context)) or topic.thing
        thing = thing if not thing or thing.endswith(_OF_THEIR_KIND) else f"{thing}产业"
    elif thing.endswith("支柱产业"):
        thing = thing.removesuffix("支柱产业") + "产业"
    named = wording.spelled_out(f"{thing}规模")
    return named, replace(topic, subject=named, action="", thing=thing)
