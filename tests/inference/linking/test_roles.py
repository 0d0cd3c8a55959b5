import pytest

from mokpyo.inference.linking.roles import Actor, Role


def actors(found) -> list[Actor]:
    return [actor for context in found.contexts for actor in context.actors]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]는 공원을 연다.", Role.TOPIC, id="는"),
        pytest.param("[누리센터|O]도 공원을 연다.", Role.TOPIC, id="도"),
        pytest.param("[누리센터|O]가 공원을 연다.", Role.SUBJECT, id="가"),
        pytest.param("[새길시|O]가 공원을 연다.", Role.SUBJECT, id="시가 read as one noun"),
        pytest.param("[해봄군|O]도 공원을 연다.", Role.TOPIC, id="군도 read as one noun"),
        pytest.param("[누리센터|O]에서 공원을 연다.", Role.AGENT, id="에서"),
        pytest.param("[누리센터|O]는 5억원이 투입되며 3층으로 건립된다.", Role.OTHER, id="built and no more"),
        pytest.param("[누리센터|O]가 이곳에 들어선다.", Role.OTHER, id="comes to be"),
        pytest.param("[누리센터|O]는 3층으로 건립돼 가게를 돕는다.", Role.TOPIC, id="built and acting"),
        pytest.param("[누리센터|O]는 공원을 조성한다.", Role.TOPIC, id="a builder"),
        pytest.param("[누리센터|O]는 올해 선정됐다.", Role.TOPIC, id="another passive"),
        pytest.param("[누리센터|O]에서는 공원을 연다.", Role.TOPIC, id="에서는"),
        pytest.param("[누리센터|O], 공원 열어", Role.HEADLINE, id="a comma at the head"),
        pytest.param("지난해 [누리센터|O], 달빛시가 연다.", Role.OTHER, id="a comma inside"),
        pytest.param("[누리센터|O]에 따르면 공원이 크다.", Role.ATTRIBUTION, id="에 따르면"),
        pytest.param("[누리센터|O]에 의하면 공원이 크다.", Role.ATTRIBUTION, id="에 의하면"),
        pytest.param("[누리센터|O]와 함께 공원을 연다.", Role.PARTNER, id="와 함께"),
        pytest.param("[누리센터|O]와 협약을 맺었다.", Role.PARTNER, id="와 협약"),
        pytest.param("[누리센터|O]와 공원을 견준다.", Role.OTHER, id="와 alone"),
        pytest.param("[누리센터|O]로부터 돈을 받았다.", Role.SOURCE, id="로부터"),
        pytest.param("[누리센터|O]에 나무를 준다.", Role.RECIPIENT, id="에"),
        pytest.param("[누리센터|O]의 공원은 크다.", Role.POSSESSOR, id="의"),
        pytest.param("[누리센터|O] 공원은 크다.", Role.POSSESSOR, id="before a noun"),
        pytest.param("[누리센터|O]를 연다.", Role.OTHER, id="를"),
        pytest.param("[누리센터|O](소장 한별)는 공원을 연다.", Role.TOPIC, id="over a bracket"),
        pytest.param("‘[누리센터|O]’는 공원을 연다.", Role.TOPIC, id="over a quotation mark"),
        pytest.param("올해는 [누리센터|O]", Role.OTHER, id="nothing behind"),
        pytest.param("[누리센터|O]께서 공원을 연다.", Role.SUBJECT, id="께서"),
        pytest.param("[다솔|O]이 공원을 연다.", Role.SUBJECT, id="다솔이 read as one noun"),
        pytest.param("[누리센터|O]에게 나무를 준다.", Role.RECIPIENT, id="에게"),
        pytest.param("[누리센터|O]한테 나무를 준다.", Role.RECIPIENT, id="한테"),
        pytest.param("[다온시|O]에 공원을 연다.", Role.RECIPIENT, id="시에 read as one noun"),
        pytest.param("[여울시|O]의 공원을 연다.", Role.POSSESSOR, id="시의 read as one noun"),
        pytest.param("[누리은행|O]으로부터 돈을 받았다.", Role.SOURCE, id="으로부터"),
        pytest.param("[누리센터|O]에게서 돈을 받았다.", Role.SOURCE, id="에게서"),
        pytest.param("[누리센터|O]한테서 돈을 받았다.", Role.SOURCE, id="한테서"),
        pytest.param("[누리은행|O]과 함께 공원을 연다.", Role.PARTNER, id="과 함께"),
        pytest.param("[누리센터|O]랑 함께 공원을 연다.", Role.PARTNER, id="랑 함께"),
        pytest.param("[누리은행|O]이랑 함께 공원을 연다.", Role.PARTNER, id="이랑 함께"),
        pytest.param("[누리센터|O]와 협력해 연다.", Role.PARTNER, id="와 협력"),
        pytest.param("[누리센터|O]와 공동으로 연다.", Role.PARTNER, id="와 공동"),
        pytest.param("[누리센터|O]와 손잡고 연다.", Role.PARTNER, id="와 손잡"),
        pytest.param("[누리센터|O]와 손을 잡고 연다.", Role.PARTNER, id="와 손"),
        pytest.param("[누리센터|O]와 협업해 연다.", Role.PARTNER, id="와 협업"),
        pytest.param("[누리센터|O]와 힘을 모은다.", Role.PARTNER, id="와 힘"),
        pytest.param("[누리센터|O]와 연계해 연다.", Role.PARTNER, id="와 연계"),
        pytest.param("[누리센터|O]와 더불어 연다.", Role.PARTNER, id="와 더불"),
        pytest.param("[누리센터|O]와 약정을 체결했다.", Role.PARTNER, id="와 체결"),
        pytest.param("[누리센터|O]와 연을 맺었다.", Role.PARTNER, id="와 맺"),
        pytest.param("[누리센터|O]와 컨소시엄을 꾸렸다.", Role.PARTNER, id="와 컨소시엄"),
        pytest.param("[누리센터|O]와 협의해 연다.", Role.PARTNER, id="와 협의"),
        pytest.param("[누리센터|O]와 공조해 연다.", Role.PARTNER, id="와 공조"),
        pytest.param("[누리센터|O]와 업무를 나눈다.", Role.PARTNER, id="와 업무"),
        pytest.param("[누리센터|O]만 연다.", Role.OTHER, id="만"),
        pytest.param("[누리센터|O] 이달 공원을 연다.", Role.POSSESSOR, id="a word that begins like a josa"),
        pytest.param("[누리센터|O] “연다” 외쳐", Role.OTHER, id="before a quotation"),
        pytest.param("[누리센터|O]: 공원 열어", Role.OTHER, id="a colon"),
        pytest.param("작년에 땅을 산 [누리센터|O]는 3층으로 건립된다.", Role.OTHER, id="built, a verb before it"),
        pytest.param(
            "[누리센터|O]는 마을이 가진 땅에 3층으로 건립된다.", Role.OTHER, id="built, a relative clause between"
        ),
        pytest.param("[누리센터|O]는 공모를 통해 3층으로 건립된다.", Role.OTHER, id="built, 통해 between"),
        pytest.param("[누리센터|O]와 협약하고 연다.", Role.PARTNER, id="와 협약하고"),
        pytest.param("[누리센터|O]표 빵은 크다.", Role.POSSESSOR, id="before a suffix"),
    ],
)
def test_role(mark, marked: str, expected: Role) -> None:
    assert [expected] == [actor.role for actor in actors(mark(marked))]


@pytest.mark.parametrize("role", Role)
def test_roles_that_act(role: Role) -> None:
    assert (role in {Role.TOPIC, Role.SUBJECT, Role.AGENT, Role.HEADLINE}) == role.acts


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[누리센터|O]는 공원을 열고 나무를 심는다.", None, id="a topic reaches to the end"),
        pytest.param("[누리센터|O]가 공원을 열고 나무를 심는다.", None, id="a subject too"),
        pytest.param("[누리센터|O]가 연 공원은 크다.", "누리센터가 연", id="but not out of a relative clause"),
        pytest.param("[누리센터|O]가 나무 나눔을 이어 왔다.", None, id="a nominal closes nothing"),
        pytest.param(
            "[누리센터|O]가 공모를 통해 뽑는 가게는 크다.", "누리센터가 공모를 통해 뽑는", id="통해 is no clause"
        ),
        pytest.param(
            "[누리센터|O]에서 공원을 열고 나무를 심는다.", "누리센터에서 공원을 열고", id="에서 to the next clause"
        ),
        pytest.param("[누리센터|O]에서 공원을 연다.", None, id="에서 and the last clause"),
        pytest.param("[누리센터|O]는 나무가 큰 공원을 연다.", None, id="a topic reaches over a relative clause"),
    ],
)
def test_scope(mark, marked: str, expected: str | None) -> None:
    found = mark(marked)
    until = actors(found)[0].until
    assert expected == (None if until > len(found.text) else found.text[:until])


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[누리센터|O] 관계자는 공원을 연다고 말했다.", [("누리센터", Role.TOPIC)], id="관계자"),
        pytest.param("[누리센터|O] 한별 소장이 말했다.", [("누리센터", Role.SUBJECT)], id="name and title"),
        pytest.param("[누리센터|O] 공원녹지과장은 말했다.", [("누리센터", Role.TOPIC)], id="a suffix of titles"),
        pytest.param("[누리센터|O] 친구는 말했다.", [], id="no title"),
        pytest.param("[누리센터|O] 들꽃 사진 시 대회 소장은 말했다.", [], id="too far behind"),
        pytest.param("[새길시|O]는 크다. 새길시장은 말했다.", [("시장", Role.TOPIC)], id="a title with the name in it"),
        pytest.param("[새길시|O]는 크다. 시장이 말했다.", [("시장", Role.SUBJECT)], id="a bare title"),
        pytest.param("[새길시|O]는 크다. 달빛시장은 말했다.", [], id="the title of another body"),
        pytest.param("[새길시|O]는 크다. 시장을 열었다.", [], id="a title that does not act"),
        pytest.param(
            "[누리회|O] 홍다온 대표(왼쪽)가 연다.", [("누리회", Role.SUBJECT)], id="a bracket behind the title"
        ),
        pytest.param("[누리회|O] 홍다온 대표(왼쪽) 찻집을 연다.", [], id="a bracket and no josa"),
        pytest.param("[누리회|O] 홍다온 대표(왼쪽", [], id="an open bracket"),
        pytest.param(
            "[한빛누리병원|O]은 크다. 홍다온 한빛누리병원장이 연다.",
            [("한빛누리병원장", Role.SUBJECT)],
            id="장 written to the whole name",
        ),
        pytest.param("[한빛누리병원|O]은 크다. 홍다온 누리병원장이 연다.", [], id="장 written to another name"),
        pytest.param("[새길시|O]는 크다. 새길수도지사가 연다.", [], id="another body's name that ends like a title"),
        pytest.param("[누리센터|O] 관계잔 말했다.", [("누리센터", Role.TOPIC)], id="ㄴ for 는"),
        pytest.param(
            "올봄 새 마을 나무 길을 연 [누리센터|O] 관계자는 말했다.",
            [("누리센터", Role.TOPIC)],
            id="far into the sentence",
        ),
        pytest.param("[누리센터|O] IT 팀장은 말했다.", [("누리센터", Role.TOPIC)], id="Latin letters before the title"),
        pytest.param("[누리센터|O] 2 팀장은 말했다.", [("누리센터", Role.TOPIC)], id="a number before the title"),
        pytest.param(
            "[누리센터|O] 한별 씨 대표가 말했다.", [("누리센터", Role.SUBJECT)], id="a bound noun before the title"
        ),
        pytest.param("[달빛시장|O]은 쉰다.", [], id="a name that ends like a title"),
        pytest.param(
            "[누리회|O] 홍다온 대표가 (올해) 연다.", [("누리회", Role.SUBJECT)], id="a bracket behind the josa"
        ),
        pytest.param("[해봄군|O]은 크다. 해봄군수는 말했다.", [("군수", Role.TOPIC)], id="군수 with the name in it"),
        pytest.param("[해봄군|O]은 크다. 군수가 말했다.", [("군수", Role.SUBJECT)], id="군수"),
        pytest.param("[해봄군|O]은 크다. 군순 말했다.", [("군순", Role.TOPIC)], id="ㄴ for 는 behind a bare title"),
        pytest.param(
            "[해봄구|O]는 크다. 해봄구청장은 말했다.", [("해봄구청장", Role.TOPIC)], id="구청장 with the name in it"
        ),
        pytest.param("[해봄구|O]는 크다. 구청장이 말했다.", [("구청장", Role.SUBJECT)], id="구청장"),
        pytest.param(
            "[별빛도|O]는 크다. 별빛도지사가 말했다.", [("도지사", Role.SUBJECT)], id="도지사 with the name in it"
        ),
        pytest.param("[별빛도|O]는 크다. 도지사가 말했다.", [("도지사", Role.SUBJECT)], id="도지사"),
        pytest.param("[별빛도|O]는 크다. 별빛지사는 말했다.", [("지사", Role.TOPIC)], id="지사 with the name in it"),
        pytest.param("[별빛도|O]는 크다. 지사는 말했다.", [("지사", Role.TOPIC)], id="지사"),
        pytest.param("[새길시|O]는 크다. 그는 새길시장이다.", [], id="a title that is said of someone"),
        pytest.param("올해는 [누리회|O] 홍다온 대표", [], id="a title and nothing behind"),
        pytest.param("[누리센터|O] 일꾼 대표가 말했다.", [("누리센터", Role.SUBJECT)], id="a suffix before the title"),
        pytest.param("[누리센터|O] 새싹모임장이 말했다.", [("누리센터", Role.SUBJECT)], id="장 as a suffix"),
        pytest.param("[나주시|O]는 크다. [나주시의회|O]가 연다.", [], id="a body that speaks for itself"),
    ],
)
def test_spokespersons(mark, marked: str, expected: list[tuple[str, Role]]) -> None:
    found = mark(marked)
    speaking = [actor for actor in actors(found) if actor.spokesperson]
    assert expected == [(found.text[actor.start : actor.end], actor.role) for actor in speaking]
    assert all(actor.body == 0 for actor in speaking)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[새길시|O]와 [누리센터|O]는 연다.", [(Role.TOPIC, False), (Role.TOPIC, True)], id="와"),
        pytest.param("[새길시|O], [누리센터|O]가 연다.", [(Role.SUBJECT, False), (Role.SUBJECT, True)], id="comma"),
        pytest.param(
            "[새길시|O]·[달빛군|O]·[누리센터|O]가 연다.",
            [(Role.SUBJECT, False), (Role.SUBJECT, True), (Role.SUBJECT, True)],
            id="three",
        ),
        pytest.param(
            "[새길시|O]는 [누리센터|O]가 연다.", [(Role.TOPIC, False), (Role.SUBJECT, False)], id="not joined"
        ),
        pytest.param("[새길시|O]와 [누리센터|O]를 연다.", [(Role.OTHER, False), (Role.OTHER, False)], id="objects"),
        pytest.param("[새길시|O] 및 [누리센터|O]는 연다.", [(Role.TOPIC, False), (Role.TOPIC, True)], id="및"),
    ],
)
def test_joint_subjects(mark, marked: str, expected: list[tuple[Role, bool]]) -> None:
    assert expected == [(actor.role, actor.joint) for actor in actors(mark(marked))]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[전북|R]은 연다. [전북해양센터|O]는 크다.", Role.TOPIC, id="acts for the body that bears its name"
        ),
        pytest.param("[전북|R]과 [별빛은행|O]이 연다. [전북해양센터|O]는 크다.", Role.SUBJECT, id="beside another"),
        pytest.param("[전북|R]에 연다. [전북해양센터|O]는 크다.", None, id="a place alone"),
        pytest.param("[전북|R]은 연다. [전북해양센터|O]와 [전북은행|O]은 크다.", None, id="two bodies bear it"),
        pytest.param("[전북|R]은 연다. [누리센터|O]는 크다.", None, id="none bears it"),
        pytest.param(
            "[전북|R]·[별빛은행|O]이 연다. [전북해양센터|O]는 크다.", Role.SUBJECT, id="beside another, a dot between"
        ),
        pytest.param(
            "[경기|R]와 [별빛은행|O]이 연다. [경기해양센터|O]는 크다.", Role.SUBJECT, id="beside another, 와 between"
        ),
    ],
)
def test_acting_places(mark, marked: str, expected: Role | None) -> None:
    found = mark(marked)
    place = next((actor for actor in actors(found) if actor.start == 0), None)
    assert expected == (place and place.role)
    assert place is None or found.name(place.body) in ("전북해양센터", "경기해양센터")
