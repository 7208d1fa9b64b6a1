"""The page of the plan audit: what does not fit, the arithmetic, and both passages."""

from tests.pages.conftest import Opener, View


def test_a_contradiction_leads_to_both_its_passages(tour: Opener) -> None:
    page = tour("/audit?kind=two_figures", View(390, 844)).page

    row = page.locator("tbody tr")
    assert "250 − 220 = 30" in row.inner_text()
    row.locator("summary").click()
    quotes = row.locator("blockquote").all_inner_texts()
    assert quotes == ["到2025年，高新技术企业达到220家", "高新技术企业达250家"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    row.get_by_role("link", name="第 438 行").click()
    page.wait_for_url("**/documents/plan?**line=438**")
