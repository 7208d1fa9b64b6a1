"""An English page says what of it is Chinese, and that nothing else exists."""

from starlette.testclient import TestClient

NOTE = "Names without an English form are shown in Chinese"


def test_a_group_without_an_english_name_is_marked_as_chinese(demo: TestClient) -> None:
    page = demo.get("/chains/bicycle?lang=en").text

    assert 'title="车架" lang="zh-CN">车架' in page
    assert page.count(NOTE) == 1


def test_a_chinese_page_marks_nothing_and_says_nothing_of_it(demo: TestClient) -> None:
    page = demo.get("/chains/bicycle").text

    assert 'title="车架">车架' in page
    assert NOTE not in page
    assert "以中文显示" not in page
