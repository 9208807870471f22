"""Values are written in canonical form."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.rdf import literals


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e18"), max_value=Decimal("1e18")))
def test_a_plain_number_is_the_number(number: Decimal) -> None:
    """Neither value nor sign is lost; there is no exponent, no idle zero and no sign of zero."""
    text = literals.plain(number)
    assert Decimal(text) == number
    assert "E" not in text
    assert not ("." in text and text.endswith(("0", ".")))
    assert text != "-0"


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_no_number_has_no_decimal(number: str) -> None:
    """xsd:decimal knows neither infinity nor NaN."""
    with pytest.raises(ValueError, match=r"has no xsd:decimal"):
        literals.decimal(Decimal(number))


@pytest.mark.parametrize(
    ("issued", "datatype"),
    [("2025", "gYear"), ("2025-02", "gYearMonth"), ("2025-02-08", "date"), ("2025年2月", "string")],
)
def test_a_date_is_as_exact_as_it_was_given(issued: str, datatype: str) -> None:
    """A month is no day; what is no date at all stays words."""
    assert literals.date(issued).datatype.value == f"http://www.w3.org/2001/XMLSchema#{datatype}"


def test_a_year_has_four_digits() -> None:
    """xsd:gYear wants four digits at least."""
    assert literals.gyear(800).value == "0800"
