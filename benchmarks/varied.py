"""More reports than there are: those of a folder once more, of other places and with other digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

# Whose report becomes whose, by the names in files and in texts, once and once more.
_OTHERS: Final = {
    "guangdong": ("广东", "guangxi 广西", "zhejiang 浙江"), "henan": ("河南", "hunan 湖南", "jiangsu 江苏"),
    "hubei": ("湖北", "hebei 河北", "fujian 福建"), "sichuan": ("四川", "guizhou 贵州", "shaanxi 陕西"),
    "yunnan": ("云南", "hainan 海南", "ningxia 宁夏"), "shandong": ("山东", "shanxi 山西", "xinjiang 新疆"),
    "gansu": ("甘肃", "qinghai 青海", "xizang 西藏"), "liaoning": ("辽宁", "jilin 吉林", "heilongjiang 黑龙江"),
    "anhui": ("安徽", "jiangxi 江西", "neimenggu 内蒙古"), "beijing": ("北京", "tianjin 天津"), "shanghai": ("上海", "chongqing 重庆"),
}  # fmt: skip
_DIGIT: Final = re.compile(r"(?<=\d)[3-7](?=\D)")


def write(reports: Path, folder: Path) -> int:
    """Write the reports of a folder and their variants into another one; return how many there are."""
    for file in sorted(reports.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        (folder / file.name).write_text(text, encoding="utf-8")
        _, place, _ = file.stem.rsplit("-", 2)
        name, *others = _OTHERS.get(place, ("",))
        for step, other in enumerate(others, start=1):
            english, chinese = other.split()
            varied = _DIGIT.sub(
                lambda digit, step=step: str((int(digit[0]) + step) % 8 + 1), text.replace(name, chinese)
            )  # type: ignore[misc]
            (folder / file.name.replace(place, english)).write_text(varied, encoding="utf-8")
    return len(list(folder.glob("*.txt")))
