"""The labelled sets. Adding one is one entry here and one predictor under ``quality/sets``."""

from __future__ import annotations

from pathlib import Path

from quality.registry import LabelledSet, Task

OWN_REPORTS = Path(__file__).resolve().parents[1] / "training" / "data" / "reports"

READING = {
    "origin": "scores > origin",
    "kind": "scores > kind",
    "detect": "scores > incident detect",
    "place": "scores > place",
    "happened": "scores > happened",
    "killed": "scores > killed",
    "injured": "scores > injured",
    "perpetrator+status": "scores > perpetrator+status",
    "background recall": "scores > background recall",
    "false alarm": "scores > false alarm",
    "headline": "scores > headline",
}
GEO = {"acc@161": "resolution all gold > acc161", "same id": "id"}
RAW = {"recognition": "recognition-overlap > 2", "end to end": "end to end > 2"}
PAGE_DATES = {"title": "title > exact", "author": "author > name_f1", "date": "date > accuracy"}
TOPONYM_FILES = ("lgl", "trnews", "gwn", "geovirus")


HERE = Path(__file__).parent
COPIES = {
    "copy precision": "copies > precision",
    "copy recall": "copies > recall",
    "original": "copies > original",
    "pair precision": "pairs > precision",
    "pair recall": "pairs > recall",
    "origins exact": "origins > exact",
    "origins of the page": "origins > linked",
    "linked to it": "origins > there",
}


def _copies(half: str) -> Task:
    """The set lies in the repository: an absolute path stands for itself below any data folder."""
    return Task(half, str(HERE / "data" / "copies" / half), str(HERE / "score_copies.py"), COPIES)


def _toponyms() -> tuple[Task, ...]:
    given = [
        Task(
            f"{n}, spans given",
            f"toponyms/{n}.jsonl.gz",
            "place.py",
            {"acc@161": GEO["acc@161"]} if n == "geovirus" else GEO,  # GeoVirus has no GeoNames ids
            args=("--require-all",),
            keep={"toponyms": ("span",)},
        )
        for n in TOPONYM_FILES
    ]
    raw = [Task(f"{n}, raw text", f"toponyms/{n}.jsonl.gz", "place.py", RAW) for n in TOPONYM_FILES[:3]]
    return (*given, *raw)


def _linking_in_any_order() -> tuple[Task, ...]:
    """All at once, and one at a time in the order of publication and in random orders."""
    gold, shown = (
        "gva-incidents/docs.stream-dev.jsonl.gz",
        {"B-cubed": "scores > b3 > f1", "CoNLL": "scores > conll > f1"},
    )
    streamed = ("published", *(f"random_{seed}" for seed in range(1, 6)))
    return (
        Task("stream-dev", gold, "linking.py", shown),
        *(
            Task(f"streaming, {name.replace('_', ' ')} order", gold, "linking.py", shown, args=("--pred-cluster", name))
            for name in streamed
        ),
    )


SETS: tuple[LabelledSet, ...] = (
    LabelledSet(
        "wikinews",
        "readings:predict",
        (Task("", "wikinews/gold.jsonl", "reading.py", READING, docs="wikinews/articles.jsonl.gz"),),
        lower_is_better=("false alarm",),
    ),
    LabelledSet(
        "muc4-readings",
        "readings:predict",
        (Task("", "muc4-readings/gold.jsonl", "reading.py", READING, docs="muc4-readings/articles.jsonl.gz"),),
        lower_is_better=("false alarm",),
    ),
    LabelledSet(
        "own-reports",
        "readings:predict",
        tuple(Task(part, str(OWN_REPORTS / f"{part}.jsonl"), "reading.py", READING) for part in ("train", "dev")),
        answers=("statements", "incidents", "sentences", "names", "voices", "incident_article", "tags"),
        lower_is_better=("false alarm",),
        trained_on=True,
    ),
    LabelledSet(
        "polnear",
        "polnear:predict",
        (
            Task(
                "dev",
                "polnear/dev.jsonl",
                "attribution.py",
                {
                    "relation-partial": "result > relation-partial > f1",
                    "exact content": "result > exact/content > f1",
                    "token": "result > token/all > f1",
                },
            ),
        ),
        answers=("attributions", "flags"),
        sample="id",
    ),
    LabelledSet(
        "gum",
        "gum:predict",
        (
            Task(
                "",
                "gum/docs.jsonl.gz",
                "attribution.py",
                {"relation-partial": "result > relation-partial > f1", "parent links": "result > parent > f1"},
                args=("--label", "kind"),
            ),
        ),
        answers=("attributions", "dates", "entities"),
        sample="id",
    ),
    LabelledSet("toponyms", "toponyms:predict", _toponyms(), answers=("toponyms", "other")),
    LabelledSet(
        "tempeval3",
        "tempeval3:predict",
        (
            Task(
                "dev",
                "tempeval3/dev.jsonl",
                "timex.py",
                {"value": "value > 2", "relaxed": "relaxed > 2", "day": "day > 2"},
            ),
        ),
        answers=("timexes", "events"),
    ),
    LabelledSet(
        "meantime",
        "meantime:predict",
        (Task("", "meantime/dev.jsonl", "timex.py", {"value": "value > 2", "relaxed": "relaxed > 2"}),),
        answers=("timexes", "events", "entities", "slinks", "participants"),
    ),
    LabelledSet(
        "gva-incidents",
        "gva_incidents:predict",
        (
            Task(
                "stream-dev",
                "gva-incidents/incidents.stream-dev.jsonl.gz",
                "incident_facts.py",
                {
                    "date": "date > accuracy",
                    "within a day": "date_1 > accuracy",
                    "killed": "killed > accuracy",
                    "injured": "injured > accuracy",
                    "both": "casualties > accuracy",
                    "city": "city > accuracy",
                },
                docs="gva-incidents/docs.stream-dev.jsonl.gz",
                args=("--docs", "{docs}"),
            ),
        ),
        answers=("incident_id", "split"),
        sample="incident_id",
    ),
    LabelledSet(
        "gva-linking",
        "linking:predict",
        _linking_in_any_order(),
        answers=("incident_id", "split"),
        whole=True,
        after="gva-incidents",
        sample="incident_id",
    ),
    LabelledSet(
        "ecbplus",
        "linking:predict",
        (
            Task(
                "dev articles",
                "ecbplus/docs.dev.jsonl.gz",
                "linking.py",
                {"B-cubed": "scores > b3 > f1", "CoNLL": "scores > conll > f1"},
            ),
            Task(
                "dev event mentions",
                "ecbplus/event_mentions.dev.jsonl.gz",
                "linking.py",
                {"CoNLL": "scores > conll > f1"},
                keep={"mentions": ("id", "text", "span", "sentence")},
            ),
        ),
        answers=("incident_id", "topic", "mentions"),
        whole=True,
    ),
    LabelledSet(
        "giveme5w1h",
        "giveme5w1h:predict",
        (
            Task(
                "clusters",
                "giveme5w1h/newsclusters.dev.jsonl.gz",
                "linking.py",
                {"B-cubed": "scores > b3 > f1", "CoNLL": "scores > conll > f1"},
                args=("--cluster", "cluster"),
            ),
            Task(
                "questions",
                "giveme5w1h/fivew.dev.jsonl.gz",
                "fivew.py",
                {"who": "who > f1", "where": "where > f1", "when": "when > f1", "date": "date > date"},
            ),
        ),
        answers=("cluster", "event", "category", "answers"),
        whole=True,
        sample="doc_id",
    ),
    LabelledSet(
        "muc4",
        "muc4:predict",
        (
            Task(
                "ree",
                "muc4/grit.dev.jsonl.gz",
                "muc4.py",
                {"ree": "ree > micro > f1"},
                docs="muc4/docs.dev.jsonl.gz",
                args=("--metric", "ree"),
            ),
            Task(
                "templates",
                "muc4/gtt.dev.jsonl.gz",
                "muc4.py",
                {"gtt": "gtt > micro > f1", "rme": "rme > micro > f1"},
                docs="muc4/docs.dev.jsonl.gz",
            ),
            Task(
                "slots",
                "muc4/keys.dev.jsonl.gz",
                "muc4_slots.py",
                {
                    k: f"{k} > f1"
                    for k in ("template", "date_fits", "country", "place", "stage", "org_conf", "killed", "injured")
                },
                docs="muc4/docs.dev.jsonl.gz",
            ),
        ),
        sample="docid",
    ),
    LabelledSet(
        "wikievents",
        "wikievents:predict",
        (
            Task(
                "roles",
                "wikievents/docs.dev.jsonl.gz",
                "muc4.py",
                {"ree": "ree > micro > f1"},
                gold_map="gold",
                args=("--metric", "ree"),
            ),
        ),
        answers=("events", "entity_clusters", "informative_mentions"),
    ),
    LabelledSet(
        "kinds-plover",
        "kinds_plover:predict",
        (Task("dev", "kinds-plover/dev.jsonl", "labels.py", {"accuracy": "accuracy", "macro F1": "macro_f1"}),),
        answers=("label", "eventText", "source", "target", "markup", "comment"),
    ),
    LabelledSet(
        "case2021-types",
        "case2021:predict",
        (Task("five samples", "case2021-types/snippets.sample.jsonl", "labels.py", {"accuracy": "accuracy"}),),
        answers=("label",),
    ),
    LabelledSet(
        "uds-factuality",
        "uds_factuality:predict",
        (
            Task(
                "dev",
                "uds-factuality/dev.jsonl.gz",
                "labels.py",
                {"Pearson": "pearson", "sign accuracy": "sign_accuracy"},
                args=("--numbers", "--list", "predicates", "--field", "score"),
                keep={"predicates": ("span", "word", "upos")},
            ),
        ),
        answers=("predicates",),
    ),
    LabelledSet(
        "ner-worldwide",
        "ner:predict_worldwide",
        (
            Task(
                "dev",
                "ner-worldwide/dev.jsonl.gz",
                "ner.py",
                {"strict": "strict > micro > 2", "overlap": "overlap > micro > 2"},
                args=("--only", "Person,Organization,Location"),
            ),
        ),
        answers=("entities",),
        sample="id",
    ),
    LabelledSet(
        "ner-uner",
        "ner:predict_uner",
        (
            Task("ewt-dev", "ner-uner/ewt-dev.jsonl.gz", "ner.py", {"strict": "strict > micro > 2"}),
            Task("pud", "ner-uner/pud-even.jsonl.gz", "ner.py", {"strict": "strict > micro > 2"}),
        ),
        answers=("entities",),
    ),
    LabelledSet(
        "ner-wnut17",
        "ner:predict_wnut17",
        (Task("dev", "ner-wnut17/dev.jsonl.gz", "ner.py", {"strict": "strict > micro > 2"}),),
        answers=("entities",),
    ),
    LabelledSet(
        "pages-scrapinghub",
        "pages:predict",
        (Task("dev", "pages-scrapinghub/dev.jsonl.gz", "pages.py", {"shingle F1": "text > shingle > f1"}),),
        answers=("body",),
    ),
    LabelledSet(
        "pages-wcxb",
        "pages:predict",
        (Task("dev", "pages-wcxb/dev.jsonl.gz", "pages.py", {"word F1": "text > words > f1", **PAGE_DATES}),),
        answers=("body", "title", "author", "date", "with", "without", "page_type"),
        sample="id",
    ),
    LabelledSet(
        "pages-multi",
        "pages:predict",
        (Task("dev", "pages-multi/dev.jsonl.gz", "pages.py", {"segments F1": "segments > f1", **PAGE_DATES}),),
        answers=(
            "with",
            "without",
            "title",
            "author",
            "date",
            "sitename",
            "description",
            "categories",
            "tags",
            "license",
            "comments",
            "date_htmldate",
        ),
        sample="id",
    ),
    LabelledSet(
        "langid",
        "langid:predict",
        (Task("dev", "langid/dev.jsonl.gz", "labels.py", {"accuracy": "accuracy"}, args=("--field", "lang")),),
        answers=("lang", "licence"),
    ),
    LabelledSet("copies", "copies:predict", (_copies("tuning"), _copies("held"), _copies("last")), whole=True),
)
