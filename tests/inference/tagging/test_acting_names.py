import pytest

from mokpyo.data.document import Article
from mokpyo.inference.reading.view import view_article
from mokpyo.inference.tagging.acting_names import find_acting_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("누리클라우드는 내년까지 300억원을 투자해 공장을 짓는다.", ["누리클라우드"]),
        ("코람트는 내년까지 기업 30곳을 지원한다.", ["코람트"]),
        ("홍다온은 내년까지 기업 30곳을 지원한다.", []),
        ("누리클라우드는 작다.", []),
        ("누리클라우드는 기업을 지원한다.", []),
        ("강원도는 기업 30곳을 지원한다.", []),
        ("내년에 누리클라우드는 기업 30곳을 지원한다.", []),
        ("사업은 기업 30곳을 지원한다.", []),
        ("누리클라우드를 위해 30곳을 지원한다.", []),
    ],
)
def test_a_proper_noun_that_undertakes_something_is_a_body(text: str, expected: list[str]) -> None:
    view = view_article(Article(text=text))[0]
    assert expected == [view.text[name.start : name.end] for name in find_acting_names(view)]
