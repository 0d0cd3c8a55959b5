import html
import re

from mokpyo.data.document import Document
from mokpyo.inference.extractor import Extractor
from mokpyo.inference.report.article_page import render_html


def test_a_document_shows_itself_in_a_frame_of_its_own() -> None:
    assert Extractor is not None
    document = Document(id="a", text='<script>alert("1")</script> 나무 3그루')
    shown = document._repr_html_()
    assert shown is not None
    source = re.fullmatch(r'<iframe sandbox="allow-scripts" srcdoc="([^"]*)" style="[^"]*"></iframe>', shown)
    assert source is not None
    assert render_html(document) == html.unescape(source.group(1))
