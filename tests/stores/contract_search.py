"""What every store promises of its search."""

import pytest

from graph.model import AnyRecord
from graph.store import GraphStore
from tests.stores.examples import BIKES
from tests.support import (
    chain,
    dataset,
    enterprise,
    gap,
    industry,
    mention,
    platform,
    project,
    region,
    seed,
    segment,
)


class SearchContract:
    def test_hits_come_by_match_then_length_then_type_then_id(self, store: GraphStore) -> None:
        store.load(
            seed(
                segment("cell", name="电池"),
                segment("pack", name="电池系统"),
                chain("batteries", name="电池组"),
                enterprise("zeta", name="电池厂"),
                enterprise("acme", name="电池厂"),
                gap("no_case", segment="case", name="缺电池壳"),
                segment("power_cell", name="动力电池"),
                segment("dichotomy", name="Dichotomy"),
            )
        )

        assert found(store, "电池") == [
            ("cell", "exact"),
            ("batteries", "prefix"),
            ("acme", "prefix"),
            ("zeta", "prefix"),
            ("pack", "prefix"),
            ("power_cell", "part"),
            ("no_case", "part"),
        ]

    def test_initials_come_after_every_other_match(self, store: GraphStore) -> None:
        store.load(
            seed(segment("cell", name="电池"), segment("long", name="A very long name with dc"))
        )

        assert found(store, "dc") == [("long", "part"), ("cell", "initials")]

    def test_pinyin_is_found_from_the_beginning_of_any_syllable(self, store: GraphStore) -> None:
        store.load(
            seed(
                segment("pack", name="动力电池"),
                segment("cell", name="电池"),
                segment("odd", name="A00级 电池", name_en="dianchi maker"),
            )
        )

        assert found(store, "dianchi") == [
            ("odd", "prefix"),
            ("cell", "pinyin"),
            ("pack", "pinyin"),
        ]
        assert found(store, "DIAN chi") == found(store, "dianchi")
        assert found(store, "donglid") == [("pack", "pinyin")]
        assert found(store, "ianchi") == [("odd", "part")]
        assert found(store, "a00jidian") == [("odd", "pinyin")]

    def test_initials_come_after_pinyin(self, store: GraphStore) -> None:
        """`da` is the sound of 大架, and the letters of 电安."""
        store.load(seed(segment("big", name="大架子"), segment("safe", name="电安")))

        assert found(store, "da") == [("big", "pinyin"), ("safe", "initials")]

    def test_one_or_two_chinese_characters_are_enough(self, store: GraphStore) -> None:
        store.load(seed(segment("power_cell", name="动力电池"), segment("wire", name="电线")))

        assert found(store, "池") == [("power_cell", "part")]
        assert found(store, "力电") == [("power_cell", "part")]
        assert found(store, "电") == [("wire", "prefix"), ("power_cell", "part")]

    def test_characters_have_to_stand_together(self, store: GraphStore) -> None:
        store.load(seed(segment("cell", name="电动水池")))

        assert found(store, "电池") == []

    def test_every_kind_of_name_is_found(self, store: GraphStore) -> None:
        store.load(
            seed(
                segment("frame", name="车架", name_en="Frame", aliases=("骨架", "Chassis")),
                mention("bikes", "frame", "车身大架"),
            )
        )

        for text, matched in (
            ("车架", "车架"),
            ("frame", "Frame"),
            ("骨架", "骨架"),
            ("chassis", "Chassis"),
            ("车身大架", "车身大架"),
        ):
            (hit,) = store.search("demo", text)
            assert (hit.type, hit.id, hit.name, hit.matched, hit.match) == (
                "segment",
                "frame",
                "车架",
                matched,
                "exact",
            )

    @pytest.mark.parametrize(
        "record",
        [
            industry("one", name="新材料"),
            chain("one", name="新材料"),
            region("one", name="新材料"),
            segment("one", name="新材料"),
            enterprise("one", name="新材料"),
            gap("one", segment="x", name="新材料"),
            platform("one", name="新材料"),
            project("one", name="新材料"),
        ],
        ids=lambda record: record.type,
    )
    def test_every_type_with_a_name_is_found(self, store: GraphStore, record: AnyRecord) -> None:
        store.load(seed(record))

        (hit,) = store.search("demo", "新材料")
        assert (hit.type, hit.id) == (record.type, "one")
        (by_initials,) = store.search("demo", "xcl")
        assert (by_initials.matched, by_initials.match) == ("新材料", "initials")

    def test_aliases_of_chains_regions_and_enterprises_are_found(self, store: GraphStore) -> None:
        named = {"name": "甲", "aliases": ("别名",)}
        store.load(
            seed(chain("c", **named), region("r", **named), enterprise("e", **named))  # type: ignore[arg-type]
        )

        assert found(store, "别名") == [("c", "exact"), ("r", "exact"), ("e", "exact")]

    @pytest.mark.parametrize("text", ["a00级电池", "Ａ００级　电池", "A00 级电 池", " a00级电池\n"])
    def test_width_case_and_spaces_do_not_matter(self, store: GraphStore, text: str) -> None:
        store.load(seed(segment("cell", name="A00级 电池")))

        assert found(store, text) == [("cell", "exact")]

    @pytest.mark.parametrize("text", ["", " ", "\u3000\n"])
    def test_empty_text_finds_nothing(self, store: GraphStore, text: str) -> None:
        store.load(seed(*BIKES))

        assert store.search("demo", text) == ()

    @pytest.mark.parametrize(
        "text",
        ['"', "'", "*", "%", "_", "(", "NOT", "a OR b", "a*", "^b", "-", ":", "\0", "\udcff"],
    )
    def test_nothing_typed_is_taken_for_a_pattern(self, store: GraphStore, text: str) -> None:
        store.load(seed(segment("bike", name="单车", name_en="bike")))

        assert store.search("demo", text) == ()

    @pytest.mark.parametrize("text", ["（", "·", "+", "3+1", "C/D", '"', "𠮷", "级-", "%"])
    def test_punctuation_and_rare_characters_are_found(self, store: GraphStore, text: str) -> None:
        store.load(seed(segment("odd", name='甲（3+1）·C/D级-"𠮷"5%', name_en="Odd")))

        assert found(store, text) == [("odd", "part")]

    def test_a_record_comes_once_by_its_best_name(self, store: GraphStore) -> None:
        store.load(
            seed(
                segment("cell", name="锂电池", name_en="x", aliases=("电池片", "电池", "大电池")),
                mention("bikes", "cell", "电池"),
            )
        )

        assert [(hit.matched, hit.match) for hit in store.search("demo", "电池")] == [
            ("电池", "exact")
        ]

    def test_types_and_limit_narrow_the_hits(self, store: GraphStore) -> None:
        store.load(
            seed(
                segment("a", name="电池"), enterprise("b", name="电池厂"), chain("c", name="电池链")
            )
        )

        assert [hit.id for hit in store.search("demo", "电池", types=["enterprise", "chain"])] == [
            "c",
            "b",
        ]
        assert [hit.id for hit in store.search("demo", "电池", limit=1)] == ["a"]
        assert store.search("demo", "电池", limit=0) == ()
        assert store.search("demo", "电池", types=["makes"]) == ()

    def test_the_limit_keeps_the_best(self, store: GraphStore) -> None:
        names = {f"s{length:02}": "前" * length + "电池" for length in range(1, 40)}
        store.load(seed(*(segment(id_, name=name) for id_, name in reversed(names.items()))))

        assert [hit.id for hit in store.search("demo", "电池")] == [
            f"s{n:02}" for n in range(1, 21)
        ]

    def test_search_sees_the_version_asked(self, store: GraphStore) -> None:
        store.load(seed(segment("cell", name="旧电池")))
        store.load(seed(segment("cell", name="新电池")))
        store.load(seed())

        assert found(store, "旧电池", version=1) == [("cell", "exact")]
        assert found(store, "新电池", version=1) == []
        assert found(store, "旧电池", version=2) == []
        assert found(store, "新电池", version=2) == [("cell", "exact")]
        assert found(store, "电池") == []

    def test_a_mention_taken_away_takes_its_word_with_it(self, store: GraphStore) -> None:
        store.load(seed(segment("cell", name="电池"), mention("bikes", "cell", "电芯")))
        store.load(seed(segment("cell", name="电池")))

        assert found(store, "电芯", version=1) == [("cell", "exact")]
        assert found(store, "电芯") == []

    def test_search_sees_the_upper_layer_only(self, store: GraphStore) -> None:
        store.load(seed(segment("cell", name="原名", aliases=("别名",))))
        store.report("demo", [segment("cell", name="新名")], by="王工", note="改名")

        assert found(store, "原名") == []
        assert found(store, "别名") == []
        assert found(store, "新名") == [("cell", "exact")]
        assert found(store, "别名", version=1) == [("cell", "exact")]
        store.withdraw("demo", [("segment", "cell")], by="王工", note="撤")
        assert found(store, "别名") == [("cell", "exact")]
        assert found(store, "原名", version=2) == []

    def test_a_hit_shows_the_name_of_the_upper_layer(self, store: GraphStore) -> None:
        store.load(seed(segment("cell", name="原名"), mention("bikes", "cell", "电芯")))
        store.report("demo", [segment("cell", name="新名")], by="王工", note="改名")
        store.load(seed(segment("cell", name="又名"), mention("bikes", "cell", "电芯")))

        assert [hit.name for hit in store.search("demo", "电芯")] == ["新名"]
        assert [hit.name for hit in store.search("demo", "电芯", version=1)] == ["原名"]

    def test_a_hit_shows_the_name_and_no_alias(self, store: GraphStore) -> None:
        store.load(seed(segment("led", name="LED", aliases=("发光二极管", "灯珠"))))

        assert [(hit.name, hit.matched) for hit in store.search("demo", "灯珠")] == [
            ("LED", "灯珠")
        ]

    def test_a_mention_of_nothing_finds_nothing(self, store: GraphStore) -> None:
        store.load(seed(mention("bikes", "nothing", "电芯")))

        assert store.search("demo", "电芯") == ()

    def test_a_mention_of_a_segment_taken_away_finds_nothing(self, store: GraphStore) -> None:
        store.load(seed(segment("cell"), mention("bikes", "cell", "电芯")))
        store.load(seed(mention("bikes", "cell", "电芯")))

        assert found(store, "电芯") == []
        assert found(store, "电芯", version=1) == [("cell", "exact")]

    def test_search_stays_in_its_dataset(self, store: GraphStore) -> None:
        east, west = dataset("east"), dataset("west")
        store.load(seed(segment("cell", name="东电池"), dataset=east))
        store.load(seed(segment("cell", name="西电池"), dataset=west))
        store.report("west", [segment("cell", name="西报电池")], by="王工", note="改")
        store.report("east", [enterprise("acme")], by="王工", note="报")

        assert [hit.name for hit in store.search("east", "电池")] == ["东电池"]
        assert [hit.name for hit in store.search("west", "电池")] == ["西报电池"]

    def test_a_name_of_another_dataset_is_not_found(self, store: GraphStore) -> None:
        for each in ("east", "west"):
            store.load(seed(segment("cell", name=f"{each} cell"), dataset=dataset(each)))

        assert store.search("west", "east") == ()
        assert [hit.id for hit in store.search("west", "west")] == ["cell"]

    def test_the_name_shown_is_that_of_the_dataset(self, store: GraphStore) -> None:
        mentioned = mention("bikes", "cell", "电芯")
        for each in ("east", "west"):
            store.load(seed(segment("cell", name=each), mentioned, dataset=dataset(each)))
            store.report(each, [segment("cell", name=f"{each} new")], by="王", note="")

        for each in ("east", "west"):
            assert [hit.name for hit in store.search(each, "电芯")] == [f"{each} new"]

    def test_a_segment_of_another_dataset_is_not_named_here(self, store: GraphStore) -> None:
        store.load(seed(segment("cell"), dataset=dataset("east")))
        store.load(seed(mention("bikes", "cell", "电芯"), dataset=dataset("west")))

        assert store.search("west", "电芯") == ()


def found(store: GraphStore, text: str, version: int | None = None) -> list[tuple[str, str]]:
    return [(hit.id, hit.match) for hit in store.search("demo", text, version=version)]
