"""The place of a document is inferred from its name, its title and its first words."""

from __future__ import annotations

import pytest

from policygraph.documents import areas
from policygraph.statements import Level

GREETING = "各位代表：\n现在，我代表"


@pytest.mark.parametrize(
    ("stem", "title", "body", "name", "level"),
    [
        ("2023年杭州市政府工作报告", "", "", "杭州", "city"),
        ("province-hubei-2025", "", "", "湖北", "province"),
        ("national-china-2015", "", "", "全国", "nation"),
        ("municipality-shanghai-2026", "", "", "上海", "province"),
        ("HangzhouShi2024", "", "", "杭州", "city"),
        ("zhejiang-hangzhou", "", "", "杭州", "city"),
        ("city-jilin", "", "", "吉林市", "city"),
        ("jilin", "", "", "吉林", "province"),
        ("inner-mongolia_2025", "", "", "内蒙古", "province"),
        ("taizhou", "", "浙江台州与江苏泰州、台州", "台州", "city"),
        ("taizhou", "", "浙江台州与江苏泰州、泰州", "泰州", "city"),
        ("shanxi", "", "陕西三秦大地", "陕西", "province"),
        ("report", "2025年湖北省政府工作报告", "武汉武汉武汉", "湖北", "province"),
        ("report", "河南省中牟县政府工作报告", "", "中牟", "county"),
        ("report", "苏州市昆山市政府工作报告", "", "昆山", "county"),
        ("report", "杭州西湖区政府工作报告", "", "杭州西湖区", "county"),
        ("report", "广西壮族自治区政府工作报告", "", "广西", "province"),
        ("report", "恩施土家族苗族自治州人民政府工作报告", "", "恩施", "city"),
        ("report", "奋力谱写中国式现代化郑州篇章", "全省全省河南", "郑州", "city"),
        ("report", "2021年国务院政府工作报告", "", "全国", "nation"),
        ("report", "", GREETING + "国务院，向大会报告工作。上海上海", "全国", "nation"),
        ("report", "", GREETING + "北京市人民政府，向大会报告工作。", "北京", "province"),
        ("report", "", GREETING + "省人民政府，报告工作。郑州郑州河南", "河南", "province"),
        ("report", "", GREETING + "市人民政府，报告工作。郑州河南河南", "郑州", "city"),
        ("report", "政府工作报告", "1月8日在昆山市第十八届人民代表大会第三次会议上", "昆山", "county"),
        ("report", "政府工作报告", "3月5日在第十二届全国人民代表大会第五次会议上", "全国", "nation"),
        ("report", "政府工作报告", "1月20日在省第十四届人民代表大会上，安徽安徽合肥", "安徽", "province"),
        ("report", "政府工作报告", "在山东省第十四届\n人民代表大会第三次会议上", "山东", "province"),
        ("000", "", "全国领先，长治久安，长治久安，郑州发展", "郑州", "city"),
        ("000", "", "我国经济，我国社会，上海", "全国", "nation"),
        ("000", "", "没有地名", "unknown", "unknown"),
        ("000", "", "全国领先，全县人民，郑州郑州", "unknown", "unknown"),
    ],
)
def test_a_place_is_found_in_its_set_phrases(stem, title, body, name, level):
    """The title comes first, then the set phrases, the name of the file, and what is named most often."""
    place = areas.infer(stem, title, body)
    assert (place.name, place.level) == (name, level)


def test_a_level_that_is_known_narrows_the_choice():
    """With level city given, the province named more often is passed over."""
    assert areas.infer("000", "", "河南河南郑州", Level.CITY).name == "郑州"


def test_of_two_places_named_as_often_the_order_in_the_text_does_not_decide():
    """The choice is the same for the same counts."""
    assert areas.infer("000", "", "郑州洛阳").name == areas.infer("000", "", "洛阳郑州").name
