"""Ranks: 稳居中部省会城市首位, 增速全国第3, 在全国348个科技城中晋升至第15位."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import owners
from policygraph.extraction.facts.naming.context import EDGES
from policygraph.extraction.facts.naming.openings import clean
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.extraction.facts.naming.context import Context, Topic

_OF_THOSE = wordclasses.word("of_those")
_PLACE_IN_RANK = wordclasses.word("place_in_rank")
_RANKING = wordclasses.word("ranking")

_STANDS = "<entering_verbs>|<standing_at>|排(?![<behind_that_no_rank>])|<raised_to_a_rank>"
_RANKED = wordclasses.pattern(
    rf"^(?P<subject>.*?)(?:<in_a_row>[^，]{{1,4}}|<steadily_still>|<ranking_manner>)*(?:{_STANDS})(?P<scope>[^，；]*)$"
)
_SCOPE = wordclasses.pattern(r"<rank_scopes>[^，]*$")
_AMONG = wordclasses.pattern(r"在(?P<scope>[^，]+?)<inside_characters>?$")
_HOW_MANY = wordclasses.pattern(r"\d+<counters_of_members>|[（(][^）)]*[）)]")
# 从第9名提升至第2名: where it stood before
_FROM = wordclasses.pattern(
    r"<from_characters>第?\d+<place_words>(?=[^，；]*<range_words>)|<from_characters>第?\d+<place_words>.*$"
)
# 排名53位、提升3位
_MOVES = wordclasses.pattern(r"(?P<word><rank_changes>)了?$")
_RANK_NOUN = wordclasses.pattern(r"的?<rank_nouns>$")
_ASSESSED = wordclasses.pattern(r"<assessments>$")
_AMONG_OTHERS = wordclasses.pattern(r"(?:<wide_scopes>|在[^，；]+<among_whom>)?<ranking>$")
_WIDE = wordclasses.members("wide_scopes")


def name(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a rank, and the topic for what follows."""
    left = _FROM.sub("", context.left.strip(EDGES))
    if (moved := _MOVES.search(left)) and not context.bounded:
        return _change(left[: moved.start()], moved["word"], context, topic)
    subject, scope = _parts(left)
    scope = re.sub(wordclasses.expanded(r"<scope_endings>$"), "", _HOW_MANY.sub("", scope).strip(EDGES))
    cleaned = re.sub(wordclasses.expanded(r"<evenly_and_on>$"), "", clean(subject, context))
    own = next((place for place in context.place if subject.strip(EDGES) == place), "")
    if not (cleaned or own) and _ASSESSED.search(scope):
        return wording.spelled_out(f"{scope}{_RANKING}"), topic  # 在全国困难群众救助工作绩效评价中名列第一
    whole = cleaned or own or topic.subject  # 北京连续9年稳居科研城市全球榜首 says nothing of what went before
    if not cleaned and whole.endswith(_RANKING):
        if not scope:
            return whole, topic  # 排名由369位上升到235位
        whole = _AMONG_OTHERS.sub("", whole)  # 居全国第7位、中部第1位: among others it stands elsewhere
    if cleaned and owners.needs_owner(cleaned):
        whole = owners.owned(cleaned, topic)
    if not whole:
        return "", topic
    named = wording.spelled_out(f"{whole}{scope if not scope or scope in _WIDE else f'在{scope}{_OF_THOSE}'}{_RANKING}")
    return named, replace(topic, subject=named)


def _change(left: str, word: str, context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a move among ranks, in places."""
    subject = clean(left, context) or topic.subject
    noun = "" if subject.endswith(wordclasses.of("endings_of_ranks")) else _RANKING
    return (f"{subject}{noun}{word}{_PLACE_IN_RANK}" if subject else ""), topic


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
