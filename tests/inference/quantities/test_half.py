import pytest

from mokpyo.inference.quantities.reader import read_quantities


@pytest.mark.parametrize("text", ["절반", "전체의 절반", "절반을 줄인다", "절반쯤 된다", "절반, 또는 그 이상"])
def test_half_is_read_wherever_it_stands(text: str) -> None:
    assert [("절반", 0.5)] == [(found.text, found.value) for found in read_quantities(text)]


@pytest.mark.parametrize("text", ["절반값에 판다", "과절반"])
def test_a_part_of_a_word_is_no_half(text: str) -> None:
    assert [] == read_quantities(text)
