#!/usr/bin/env python3
"""Holds the JSON Schemas under schema/ against the program.

    check_schema.py PROGRAM FIXTURES

The schemas are valid themselves, what the program writes is valid, a document with every field
passes through it unchanged, what is spoilt is refused by the schema and, where the reader is no
more lenient than the canonical form, by the program too; and the fields that the schemas know are
those that the program knows, in the same order. Prints a line per check, and at the end
"N passed, N failed". Exit status 1 when a check failed. Needs the Debian package
python3-jsonschema; without it nothing is checked, and that is said.
"""

import copy
import csv
import io
import json
import os
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("skipped check_schema.py: there is no python3-jsonschema")
    print("0 passed, 0 failed, 1 skipped")
    sys.exit(0)

SCHEMAS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "schema")
passed = failed = 0


def check(name, good, why=""):
    global passed, failed
    passed += bool(good)
    failed += not good
    print(("ok " if good else "not ok ") + name)
    if not good and why:
        print("    " + str(why).replace("\n", "\n    "))


def load_schema(name):
    with open(os.path.join(SCHEMAS, name), encoding="utf-8") as file:
        return json.load(file)


DOCUMENT = load_schema("detente.schema.json")
ANSWER = load_schema("detente-answer.schema.json")
PROFILE = load_schema("detente-profile.schema.json")


def bundle_answer():
    """The answer with the definitions that it takes from the document, for validators that cannot
    look up a schema by its id."""
    def move(schema, old):
        text = json.dumps(schema).replace('"%s#/$defs/' % old, '"#/$defs/document.')
        return json.loads(text)
    schema = move(ANSWER, DOCUMENT["$id"])
    for name, definition in DOCUMENT["$defs"].items():
        schema["$defs"]["document." + name] = move(definition, "")
    return schema


VALID_DOCUMENT = jsonschema.Draft202012Validator(DOCUMENT)
VALID_PROFILE = jsonschema.Draft202012Validator(PROFILE)
VALID_ANSWER = jsonschema.Draft202012Validator(bundle_answer())


def list_faults(fault):
    """Of an answer that fits none, what is wrong by the nearest of its command; else the fault itself."""
    if fault.validator != "oneOf" or not fault.context or fault.absolute_path:
        return [fault]
    branches = {}
    for inner in fault.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    mine = [faults for faults in branches.values() if not any(
        inner.validator in ("const", "enum") and list(inner.absolute_path) == ["query", "command"]
        for inner in faults)]
    return min(mine, key=lambda faults: sum(not inner.absolute_path for inner in faults)) if mine else [fault]


def find_faults(validator, value):
    """What is wrong, at most five of it; empty when nothing is."""
    faults = []
    for outer in validator.iter_errors(value):
        for fault in list_faults(outer):
            faults.append("/".join(map(str, fault.absolute_path)) + ": " + fault.message[:200])
    return "\n".join(faults[:5])


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = path, folder

    def run(self, *words, stdin=b""):
        env = {k: v for k, v in os.environ.items() if k not in ("DETENTE_DB", "NO_COLOR")}
        return subprocess.run([self.path, "--today", "2026-05-01", *words], input=stdin, env=env,
                              cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              check=False)

    def answer(self, *words):
        done = self.run(*words)
        if done.returncode:
            raise RuntimeError("%s: exit %d\n%s" % (" ".join(words), done.returncode,
                                                    done.stderr.decode()))
        return done.stdout

    def take(self, database, document):
        """The exit status and the messages of importing a document into an empty record."""
        path = os.path.join(self.folder, database)
        if os.path.exists(path):
            os.remove(path)
        text = json.dumps(document, ensure_ascii=False).encode()
        done = self.run("--db", database, "import", "--format", "json", "-", stdin=text)
        return done.returncode, done.stderr.decode(errors="replace")


# ---- a document with every field of every record -------------------------------------------------

FULL = {
    "detente": 1,
    "dossier": {"title": "Every field", "intro": "For a test.", "author": "a test",
                "licence": "CC0", "scope": "Nothing that happened."},
    "countries": [
        {"id": "X-LAND", "name": "Land", "aliases": ["Old Land@1900/1950", "the Land"],
         "start": "1900-01-01", "end": "1990~", "iso2": ["QM@1974/1990"], "iso_numeric": ["999"],
         "cow": ["9001"], "gw": ["9002"], "fips": ["QN"], "cameo": ["QMQ"], "ioc": ["QMO"],
         "wikidata": "Q1", "extra": {"colour": "green", "note": "none"}}],
    "organizations": [
        {"id": "LEAGUE", "name": "League of Lands", "kind": "intergovernmental",
         "aliases": ["LoL", "the League"], "wikidata": "Q2", "extra": {"seat": "Landville"}}],
    "people": [
        {"id": "ada-able", "name": "Ada Able", "aliases": ["A. Able", "艾达"], "country": "X-LAND",
         "wikidata": "Q3", "extra": {"born": "1910"}}],
    "terms": [
        {"person": "ada-able", "country": "X-LAND",
         "office": ["head_of_government", "head_of_state"], "title": "Chancellor",
         "start": "1950-05-01", "end": "1955?", "standing": "acting", "sources": ["gazette"],
         "note": "By decree.", "extra": {"party": "none"}}],
    "sources": [
        {"id": "gazette", "title": "Gazette no. 1", "publisher": "Land", "url": "https://example.org/1",
         "archive_url": "https://example.org/archive/1", "published": "1950-05", "accessed": "2024-02-29",
         "type": "law", "side": "X-LAND", "language": "en", "extra": {"pages": "4"}}],
    "events": [
        {"id": "E-1", "kind": "tariff.surtax", "date": "1951-01-01~", "end": "1952", "time": "09:30+01:00",
         "status": "confirmed", "release": "2030-01-01", "title": "Land: surtax on tea",
         "summary": "First line.\nSecond line; with: signs \\ and \"quotes\".",
         "parties": [
             {"type": "country", "id": "X-LAND", "role": "imposer"},
             {"type": "country", "id": "CAN", "role": "target"},
             {"type": "organization", "id": "LEAGUE", "role": "mediator"},
             {"type": "person", "id": "ada-able", "role": "speaker", "for": "X-LAND",
              "as": "special envoy; alone"},
             {"type": "actor", "id": "Tea growers (all)", "role": "participant"}],
         "place": ["Landville", "Port; north"], "latitude": -45.125, "longitude": 179.5,
         "venue": "Customs house", "tags": ["tea", "trade"], "quantity": 1200.5, "unit": "t",
         "sources": ["gazette"], "source_url": "https://example.org/2", "last_confirmed": "1951-12",
         "tariff": {"imposer": "X-LAND", "target": "CAN", "product": ["tea", "tea; green"],
                    "hs": ["0902", "090210"], "rate": "107.1/212.1", "rate_unit": "groats per t",
                    "base_rate": 5, "basis": "additional, surtax", "quota": "100 t a year",
                    "excludes": ["tea in bags"], "announced": "1950-12-24"},
         "code": "0163", "intensity": -8, "mentions": 12, "tone": -2.5,
         "extra": {"actor1code": "LND", "confidence": "high"}},
        {"id": "E-2", "kind": "other", "date": "[1953..1955]", "code": "07"},
        {"id": "été.1/a", "kind": "statement", "date": "-0500-24", "title": "Said"}],
    "claims": [
        {"event": "E-1", "source": "gazette", "field": "rate", "value": "107.1", "quote": "a hundred and seven",
         "locator": "p. 3", "stance": "corrects", "note": "Misprinted.", "extra": {"seen": "twice"}}],
    "links": [
        {"from": "E-2", "relation": "ends", "to": "E-1", "asserted_by": ["Land", "the League"],
         "denied_by": ["Tea growers"], "note": "In effect.", "source": "gazette", "extra": {"weight": "1"}}],
    "coverage": [
        {"dataset": "land", "countries": ["CAN", "X-LAND"], "kinds": ["tariff", "vote"], "start": "1950",
         "end": "1960", "note": "Complete.", "extra": {"by": "hand"}}],
    "notes": [
        {"record": "E-1", "kind": "correction", "reason": "The rate was mistyped.", "date": "2024-03-01",
         "extra": {"by": "an editor"}}],
}
# What may stand in a record's own place once more; not in FULL since it holds one event in full.
EVENT, SECOND = ("events", 0), ("events", 1)


def at(document, path):
    for step in path:
        document = document[step]
    return document


def put(*path, value):
    def spoil(document):
        at(document, path[:-1])[path[-1]] = value
    return spoil


def drop(*path):
    def spoil(document):
        del at(document, path[:-1])[path[-1]]
    return spoil


# Name, what spoils it, does the program refuse it too? Where not, its reader takes more than the
# canonical form.
SPOILT = [
    ("no version", drop("detente"), True),
    ("a version to come", put("detente", value=2), True),
    ("a version as text", put("detente", value="1"), True),
    ("an unknown member", put("treaties", value=[]), True),
    ("a member that is no array", put("events", value={}), True),
    ("a member that is null", put("links", value=None), True),
    ("a missing member", drop("notes"), False),
    ("a dossier that is no object", put("dossier", value=[]), True),
    ("a record that is no object", put("people", value=["ada-able"]), True),
    ("a country without a name", drop("countries", 0, "name"), True),
    ("a country without an id", drop("countries", 0, "id"), True),
    ("a person without an id", drop("people", 0, "id"), True),
    ("a person with an empty id", put("people", 0, "id", value=""), True),
    ("a person whose id has a space", put("people", 0, "id", value="ada able"), True),
    ("a term without a person", drop("terms", 0, "person"), True),
    ("a term without an office", drop("terms", 0, "office"), True),
    ("an unknown standing", put("terms", 0, "standing", value="retired"), True),
    ("an office that is no word", put("terms", 0, "office", value=["head: of state"]), True),
    ("a source without id and address", put("sources", 0, value={"title": "Gazette"}), True),
    ("an address with a space", put("sources", 0, "url", value="https://example.org/a b"), True),
    ("a source published at some time between", put("sources", 0, "published", value="1950/1951"), True),
    ("an event without a kind", drop(*EVENT, "kind"), True),
    ("an event without a date", drop(*EVENT, "date"), True),
    ("an event without an id", drop("events", 2, "id"), False),
    ("an event without title and code", drop(*SECOND, "code"), True),
    ("an unknown family of kinds", put(*EVENT, "kind", value="tarif"), True),
    ("a kind that is no path", put(*EVENT, "kind", value="tariff..tea"), True),
    ("a kind with a capital", put(*EVENT, "kind", value="Tariff"), False),
    ("an unknown status", put(*EVENT, "status", value="likely"), True),
    ("an unknown release", put(*EVENT, "release", value="secret"), True),
    ("a release with a month", put(*EVENT, "release", value="2030-01"), True),
    ("a time that is none", put(*EVENT, "time", value="25:00"), True),
    ("a date in words", put(*EVENT, "date", value="May 1951"), False),
    ("a date that is no text", put(*EVENT, "date", value=["1951"]), True),
    ("a number for a date", put(*EVENT, "end", value=1952), False),
    ("an empty title, and no code", put("events", 2, "title", value=""), True),
    ("a title of white space, and no code", put("events", 2, "title", value=" "), True),
    ("a title that is true", put(*EVENT, "title", value=True), True),
    ("a summary that is an array", put(*EVENT, "summary", value=["a"]), True),
    ("null for a field", put(*EVENT, "summary", value=None), False),
    ("one text for a list", put(*EVENT, "tags", value="tea"), False),
    ("an empty list", put(*EVENT, "tags", value=[]), False),
    ("an object in a list", put(*EVENT, "tags", value=[{}]), True),
    ("the same text twice in a list", put(*EVENT, "tags", value=["tea", "tea"]), False),
    ("a latitude beyond the pole", put(*EVENT, "latitude", value=90.5), True),
    ("a longitude beyond the date line", put(*EVENT, "longitude", value=-181), True),
    ("a number as text", put(*EVENT, "quantity", value="1200.5"), False),
    ("a quantity that is no number", put(*EVENT, "quantity", value="some"), True),
    ("mentions with a fraction", put(*EVENT, "mentions", value=1.5), True),
    ("mentions below 0", put(*EVENT, "mentions", value=-1), True),
    ("a code as a number", put(*SECOND, "code", value=7), False),
    ("an unknown field", put(*EVENT, "colour", value="red"), False),
    ("an unknown field that holds an object", put(*EVENT, "colour", value={}), True),
    ("a field of tables", put(*SECOND, "countries", value="CAN"), False),
    ("an extra that is a number", put(*EVENT, "extra", "confidence", value=1), False),
    ("an extra that is an object", put(*EVENT, "extra", "confidence", value={}), True),
    ("extra that is an array", put(*EVENT, "extra", value=[]), True),
    ("parties that are no array", put(*EVENT, "parties", value={}), True),
    ("a party without an id", drop(*EVENT, "parties", 0, "id"), True),
    ("a party without a type", drop(*EVENT, "parties", 0, "type"), True),
    ("a party without a role", drop(*EVENT, "parties", 2, "role"), False),
    ("an unknown type of party", put(*EVENT, "parties", 0, "type", value="state"), True),
    ("an unknown member of a party", put(*EVENT, "parties", 0, "rank", value="1"), True),
    ("a role that is no word", put(*EVENT, "parties", 0, "role", value="a: b"), True),
    ("a measure that is no object", put(*EVENT, "tariff", value=[]), True),
    ("a rate with a sign for percent", put(*EVENT, "tariff", "rate", value="25%"), True),
    ("a rate that is turned round", put(*EVENT, "tariff", "rate", value="a/b"), True),
    ("an event's field in its measure", put(*EVENT, "tariff", "unit", value="t"), True),
    ("a claim without a value", drop("claims", 0, "value"), True),
    ("an unknown stance", put("claims", 0, "stance", value="doubts"), True),
    ("a link without an end", drop("links", 0, "to"), True),
    ("an unknown relation", put("links", 0, "relation", value="revenge"), True),
    ("coverage without a data set", drop("coverage", 0, "dataset"), True),
    ("coverage of an unknown kind", put("coverage", 0, "kinds", value=["tarif"]), True),
    ("an unknown kind of note", put("notes", 0, "kind", value="remark"), True),
    ("a note on nothing", drop("notes", 0, "record"), True),
]


def check_spoilt(program):
    for name, spoil, refused_too in SPOILT:
        document = copy.deepcopy(FULL)
        spoil(document)
        valid = VALID_DOCUMENT.is_valid(document)
        status, said = program.take("spoilt.db", document)
        wanted = 3 if refused_too else 0
        check("refused%s: %s" % (", by the program too" if refused_too else "", name),
              not valid and status == wanted,
              ("the schema takes it; " if valid else "")
              + "the program ends with %d, expected %d\n%s" % (status, wanted, said.strip()))


# ---- fields --------------------------------------------------------------------------------------

def headings(text):
    return next(csv.reader(io.StringIO(text.decode("utf-8-sig"))))


def properties(schema, name):
    return list(schema["$defs"][name]["properties"])


PARTY_CELLS = ["countries", "organizations", "people", "actors"]


def flatten_event(fields):
    """The members of an event in JSON as the columns of events.csv."""
    flat = []
    for field in fields:
        if field == "parties":
            flat += PARTY_CELLS
        elif field == "tariff":
            flat += properties(DOCUMENT, "tariff")
        elif field != "extra":
            flat.append(field)
    return flat


def check_fields(program):
    folder = os.path.join(program.folder, "tables")
    program.answer("--db", "full.db", "export", "--format", "dossier", "-o", folder)
    names = {"country": "countries", "organization": "organizations", "person": "people",
             "term": "terms", "source": "sources", "event": "events", "claim": "claims",
             "link": "links", "coverage": "coverage", "note": "notes"}
    for name, member in names.items():
        known = properties(DOCUMENT, name)
        with open(os.path.join(folder, member + ".csv"), "rb") as file:
            columns = headings(file.read())
        columns = [c for c in columns if c not in FULL[member][0]["extra"]]
        flat = flatten_event(known) if name == "event" else [f for f in known if f != "extra"]
        check("the fields of %s are those of the program" % name, flat == columns,
              "schema  %s\nprogram %s" % (flat, columns))
        check("the test has every field of %s" % name, list(FULL[member][0]) == known,
              "schema %s\ntest   %s" % (known, list(FULL[member][0])))
        check_documented(member, columns)
    with open(os.path.join(folder, "parties.csv"), "rb") as file:
        columns = headings(file.read())
    check("the fields of party are those of the program",
          ["event"] + properties(DOCUMENT, "party") == columns, columns)
    check_documented("parties", columns)
    check("the test has every field of tariff",
          list(FULL["events"][0]["tariff"]) == properties(DOCUMENT, "tariff"))
    check("the members are those of the program", list(DOCUMENT["properties"]) == list(FULL))
    check_answer_fields()
    check_families(program)


def read_documented():
    """The fields that the tables of docs/FORMAT.md name, by file."""
    fields, file = {}, None
    with open(os.path.join(SCHEMAS, "..", "docs", "FORMAT.md"), encoding="utf-8") as page:
        lines = page.read().partition("\n## Fields\n")[2].splitlines()
    for line in lines:
        if line.startswith("`") and ".csv`" in line:
            file = line[1:].partition(".csv`")[0]
            fields[file] = []
        elif line.startswith("| `"):
            fields[file].append(line.split("`")[1])
    return fields


ROW_ONLY = ["source_title", "source_publisher", "source_date", "quote"]


def check_documented(member, columns):
    wanted = columns + (ROW_ONLY if member == "events" else [])
    documented = read_documented().get(member)
    check("docs/FORMAT.md has the fields of %s" % member, documented == wanted,
          "page    %s\nprogram %s" % (documented, wanted))


def check_answer_fields():
    document, answer = properties(DOCUMENT, "event"), properties(ANSWER, "event")
    check("an event of an answer begins as it is kept", answer[:len(document)] == document)
    lost = set(properties(DOCUMENT, "party")) - set(properties(ANSWER, "party"))
    check("a party of an answer has all of a party", not lost, lost)
    for name, without in (("claim", "event"), ("note", "record"), ("link", None)):
        lost = set(properties(DOCUMENT, name)) - set(properties(ANSWER, name)) - {without}
        # Notes are told without their extras.
        lost -= {"extra"} if name == "note" else set()
        check("a %s of an answer has all of a %s" % (name, name), not lost, lost)


def check_families(program):
    kinds = json.loads(program.answer("kinds", "--json"))["kinds"]
    families = [kind["path"] for kind in kinds if "." not in kind["path"]]
    pattern = DOCUMENT["$defs"]["kind"]["pattern"]
    check("the families of kinds are those of the program",
          pattern.startswith("^(" + "|".join(families) + ")"), families)


# ---- what the program writes ---------------------------------------------------------------------

# By world: the questions, every command that answers with JSON among them.
PAIR = ["X-ARDONIA", "X-BELMARK"]
QUESTIONS = {
    "canada-china": [
        ["timeline", "CAN", "CHN"],
        ["timeline", "CAN", "CHN", "--from", "2018", "--to", "2021", "--match", "overlaps", "--reverse"],
        ["between", "2018-12-01", "2018-12-31", "--pair", "CAN,CHN"],
        ["between", "2018", "2026", "--disputed", "--limit", "3", "--status", "confirmed", "--status",
         "reported"],
        ["list", "events"],
        ["list", "events", "--kind", "tariff", "--product", "canola", "--country", "CHN", "--role",
         "imposer"],
        ["list", "events", "--person", "xi-jinping", "--organization", "APEC", "--multilateral"],
        ["list", "events", "--tag", "detention", "--place", "Dandong", "--single-source", "--text",
         "detains"],
        ["list", "events", "--status", "planned"],
        ["list", "statements", "--pair", "CAN,CHN"],
        ["show", "CC-KOV"],
        ["show", "CC-MENG"],
        ["show", "CC-042"],
        ["show", "CC-080"],
        ["show", "CC-T-EV"],
        ["brief", "CAN", "CHN", "--on", "2025-10-31"],
        ["inforce", "--on", "2025-10-31"],
        ["inforce", "--on", "CC-M25B", "--imposer", "CHN", "--target", "CAN"],
        ["tariffs", "--on", "2026-03-15", "--pair", "CAN,CHN", "--with-base"],
        ["tariffs", "--from", "2024", "--to", "2026", "--pair", "CAN,CHN"],
        ["who", "--on", "2025-10-31"],
        ["who", "--on", "CC-079", "CAN", "CHN", "--office", "foreign_minister"],
        ["who", "xi-jinping"],
        ["last", "meeting", "CAN", "CHN", "--leaders"],
        ["last", "meeting.bilateral", "CAN", "CHN", "--before", "2025-10-31", "--person", "Xi Jinping"],
        ["next", "meeting", "CAN", "CHN", "--after", "2018"],
        ["held", "CC-KOV", "CC-SPA", "CC-KGD", "CC-035"],
        ["held", "michael-kovrig"],
        ["days", "CC-MENG", "CC-KOV"],
        ["days", "2018", "CC-A28"],
        ["chain", "CC-ANN24"],
        ["chain", "CC-MENG", "--depth", "1", "--downstream", "--relation", "retaliates_against"],
        ["series", "CAN", "CHN", "--by", "year"],
        ["series", "CAN", "CHN", "--by", "quarter", "--measure", "tariff", "--from", "2024"],
        ["series", "CAN", "CHN", "--by", "month", "--split", "kind", "--directed", "--from", "2018",
         "--to", "2019", "--spread"],
        ["search", "canola"],
        ["search", "习近平"],
        ["stats"],
        ["stats", "--sources"],
        ["stats", "--coverage"],
        ["log"],
        ["log", "--limit", "1", "--reverse"],
        ["log", "CC-M22"],
        ["diff"],
        ["diff", "0", "1"],
        ["diff", "1", "0"],
        ["show", "CC-M22", "--history"],
        ["show", "CC-M22", "--as-known-on", "today"],
        ["show", "CC-M22", "--as-known-on", "today", "--history"],
        ["check", "--accepted"],
        ["add", "event", "date=2026-04-01", "kind=other", "title=T", "countries=CAN;CHN", "--dry-run"],
        ["edit", "CC-M22", "title=T", "tags+=seen", "--dry-run"],
        ["remove", "CC-M22", "--dry-run"],
        ["merge", "michael-kovrig", "michael-spavor", "--dry-run"],
        ["link", "CC-M22", "follows", "CC-MENG", "--dry-run"],
        ["claim", "CC-M22", "https://test.example/", "date", "2022-11-14", "--dry-run"],
        ["confirm", "CC-T-OIL", "--on", "2026-03-01", "--source", "https://test.example/", "--dry-run"],
        ["undo", "--dry-run"],
    ],
    "adverse": [
        ["timeline", *PAIR],
        ["between", "2016", "2016"],
        ["list", "events", "--distinct"],
        ["list", "events", "--disputed"],
        ["list", "statements"],
        ["show", "MEET-2014"],
        ["show", "MEET-2021"],
        ["show", "MEET-INF-AUG"],
        ["show", "BE-TEA-DISPUTED"],
        ["show", "HOSTILE-TEXT"],
        ["brief", *PAIR, "--on", "2024-06-01"],
        ["brief", "X-ARDONIA", "TESTUNION", "--on", "2024-06-01"],
        ["inforce"],
        ["inforce", "--on", "2019-06-01"],
        ["inforce", "--on", "2024-03"],
        ["inforce", "--on", "2023-01-01", "--status", "denied", "--status", "planned", "--status", "reported"],
        ["tariffs", "--on", "2024-06-01", "--with-base"],
        ["tariffs", "--on", "2024-06-01", "--hs", "72"],
        ["tariffs", "--from", "2019", "--to", "2025"],
        ["tariffs", "--from", "2020", "--product", "salt", "--with-base"],
        ["who", "--on", "2020-06-10"],
        ["who", "--on", "MEET-YEAR", "X-BELMARK", "X-FENMARK"],
        ["who", "leader-one-of-ardonia"],
        ["last", "meeting", *PAIR, "--before", "2016-07-01"],
        ["last", "meeting", *PAIR, "--before", "2019-12", "--leaders"],
        ["last", "summit", *PAIR, "--multilateral"],
        ["next", "meeting", *PAIR, "--after", "2026-04-10"],
        ["held", "DET-EXACT", "DET-AGAIN", "DET-MONTH", "DET-OPEN", "DET-LINK", "DET-LINK-MONTH", "DET-ZERO",
         "TRIAL", "AD-APPROX-BAN"],
        ["days", "MEET-2014", "MEET-YEAR"],
        ["days", "MEET-INF-2019", "MEET-INF-AUG"],
        ["days", "BE-MAIZE", "AD-STEEL-SURTAX"],
        ["chain", "AD-STEEL-SURTAX", "--status", "planned", "--status", "reported"],
        ["chain", "CYC-1"],
        ["chain", "PAIR-ONE"],
        ["chain", "DIA-TOP"],
        ["chain", "SUMMIT-TWENTY", "--relation", "part_of"],
        ["series", *PAIR],
        ["series", *PAIR, "--measure", "mean", "--by", "month", "--split", "kind"],
        ["series", *PAIR, "--measure", "tariff", "--by", "year", "--directed"],
        ["series", "X-QUESSIA", "X-ROVANIA", "--from", "-0010", "--to", "0001", "--by", "year"],
        ["search", "steel"],
        ["search", "安娜"],
        ["search", "Testastrom", "--kind", "statement"],
        ["stats"],
        ["stats", "--sources"],
        ["stats", "--pair", ",".join(PAIR), "--coverage"],
    ],
}


def says_something(answer):
    """Has it more than the frame of an empty answer?"""
    told = {name: value for name, value in answer.items() if name not in ("query", "on", "before", "after")}
    return any(value not in ([], {}, 0) for value in told.values())


def check_written(program, fixtures):
    asked = set()
    for world, questions in QUESTIONS.items():
        database = world + ".db"
        program.answer("--db", database, "import", os.path.join(fixtures, world))
        document = json.loads(program.answer("--db", database, "export"))
        faults = find_faults(VALID_DOCUMENT, document)
        check("valid: the export of " + world, not faults, faults)
        check("its members stand in order", list(document) == list(DOCUMENT["properties"]))
        for words in questions:
            check_question(program, database, words)
            asked.add(words[0])
        if world == "canada-china":
            check_question(program, database, ["import", os.path.join(fixtures, "adverse"), "--dry-run"])
            asked.add("import")
    check_commands(program, asked)


def check_question(program, database, words):
    done = program.run("--db", database, *words, "--json")
    name = "valid: the answer to " + " ".join(words) + " of " + database
    if done.returncode:
        check(name, False, "exit %d\n%s" % (done.returncode, done.stderr.decode()))
        return
    answer = json.loads(done.stdout)
    faults = find_faults(VALID_ANSWER, answer)
    check(name, not faults and says_something(answer), faults or "it says nothing")


# Commands whose output is no answer from a record, or no such answer: each has a form of its own.
OTHER = {"init", "backup", "restore", "export", "sql", "date", "countries", "kinds", "formats", "profiles", "help", "version"}


def check_commands(program, asked):
    """The schema knows all commands that answer, and each was asked."""
    lines = program.answer("help").decode().splitlines()
    commands = {line.split()[0] for line in lines if line.startswith("  ") and line[2:3].isalpha()}
    known = ANSWER["$defs"]["query"]["properties"]["command"]["enum"]
    check("the commands that answer are those of the program", set(known) == commands - OTHER,
          "schema  %s\nprogram %s" % (sorted(known), sorted(commands - OTHER)))
    check("each of them was asked", asked == set(known), sorted(set(known) ^ asked))


# Name, a question of the adverse world, and what spoils its answer.
SPOILT_ANSWERS = [
    ("an unknown command", ["who"], ("query", "command"), "whom"),
    ("another command's answer", ["who"], ("query", "command"), "held"),
    ("an unknown detail of the question", ["held", "DET-EXACT"], ("query", "until"), "2020"),
    ("an unknown state", ["inforce"], ("measures", 0, "state"), "perhaps"),
    ("a measure with a key of its own", ["inforce"], ("measures", 0, "colour"), "red"),
    ("a rate that is a text", ["tariffs", "--on", "2024-06-01"], ("totals", 0, "rate_min"), "20"),
    ("a number of days that is a text", ["held", "DET-EXACT"], ("events", 0, "days_min"), "676"),
    ("an unknown direction", ["chain", "CYC-1"], ("events", 0, "direction"), "sideways"),
    ("a period that is none", ["series", *PAIR], ("points", 0, "period"), "2020-Q5"),
    ("an unknown verdict", ["show", "MEET-2021"], ("events", 0, "first_since", 0, "verdict"), "true"),
    ("a revision without a number", ["log"], ("revisions", 0, "revision"), 0),
    ("an office-holder whose office is a text", ["who"], ("holders", 0, "office"), "head_of_state"),
    ("a possible event that is an id", ["last", "meeting", *PAIR, "--before", "2016-07-01"],
     ("possible", 0), "MEET-YEAR"),
]


def check_spoilt_answers(program):
    for name, words, path, value in SPOILT_ANSWERS:
        done = program.run("--db", "adverse.db", *words, "--json")
        answer = json.loads(done.stdout) if done.returncode == 0 else None
        if answer is None or not VALID_ANSWER.is_valid(answer):
            check("refused by the schema: " + name, False, "the answer is not valid unspoilt\n" + done.stderr.decode())
            continue
        put(*path, value=value)(answer)
        check("refused by the schema: " + name, not VALID_ANSWER.is_valid(answer))


def check_full(program):
    status, said = program.take("full.db", FULL)
    check("a document with every field is taken", status == 0, said)
    faults = find_faults(VALID_DOCUMENT, FULL)
    check("valid: a document with every field", not faults, faults)
    got = json.loads(program.answer("--db", "full.db", "export"))
    revision = got["dossier"].pop("revision", "")
    check("with a hash of its content", len(revision) == 32, revision)
    same = json.dumps(got) == json.dumps(reorder(FULL))
    check("it passes through the program unchanged", same, compare(reorder(FULL), got))
    answer = json.loads(program.answer("--db", "full.db", "list", "events", "--json"))
    faults = find_faults(VALID_ANSWER, answer)
    check("valid: the answer with every field", not faults, faults)
    check_open(program)


def check_open(program):
    """An end that is known not to have come is .. in every record that has an end."""
    for member in ("countries", "terms", "events", "coverage"):
        document = copy.deepcopy(FULL)
        document[member][0]["end"] = ".."
        status, said = program.take("open.db", document)
        check("valid, and taken: an open end in " + member,
              VALID_DOCUMENT.is_valid(document) and status == 0, said)


def reorder(document):
    """Events in the order of the contract: the year -500 comes first."""
    return {**document, "events": [document["events"][i] for i in (2, 0, 1)]}


def compare(wanted, got):
    for member, value in wanted.items():
        if json.dumps(value) != json.dumps(got.get(member)):
            return "%s\nwas %s\nis  %s" % (member, json.dumps(value, ensure_ascii=False),
                                           json.dumps(got.get(member), ensure_ascii=False))
    return ""


# ---- profiles ------------------------------------------------------------------------------------

# What spoils the profile of the worked example, for the schema and for the program.
SPOILT_PROFILES = [
    ("a newer version", put("detente_profile", value=2)),
    ("a name with a space", put("name", value="my desk")),
    ("an unknown key", put("titel", value="T")),
    ("no records", put("records", value=[])),
    ("an unknown key of the table", put("table", "delimeter", value=",")),
    ("a delimiter of two characters", put("table", "delimiter", value=";;")),
    ("columns beside a heading", put("table", "columns", value=["a"])),
    ("a table without a heading and columns", put("table", "heading", value=False)),
    ("a map in a map", put("maps", "kinds", "Arrest", value={})),
    ("a record without a type", drop("records", 0, "type")),
    ("a record of an unknown type", put("records", 0, "type", value="evnt")),
    ("parties of a person", put("records", 0, "type", value="person")),
    ("a value of two shapes", put("records", 0, "date", "value", value="2020")),
    ("a value without a shape", drop("records", 0, "date", "column")),
    ("an unknown key of a value", put("records", 0, "date", "formatt", value="%Y")),
    ("an unknown way to match", put("records", 0, "kind", "match", value="ends")),
    ("match without map", drop("records", 0, "kind", "map")),
    ("an unknown system", put("records", 0, "parties", 0, "try", 0, "system", value="isso")),
    ("a party without a name", drop("records", 0, "parties", 0, "try")),
    ("a party in two ways", put("records", 0, "parties", 0, "actor", value="Who")),
    ("conditions that are none", put("rows", value=[{"column": "Who"}])),
    ("a way of keeping that is none", put("keep", value="all")),
    ("coverage without a data set", put("coverage", value=[{"kinds": ["meeting"]}])),
    ("detection by the name alone", put("detect", value={"file": ["*.csv"]})),
]


def take_profile(program, profile):
    """The exit status and the messages of trying a profile on a table of one column."""
    for name, text in (("profile.json", json.dumps(profile)), ("table.csv", "a\n1\n")):
        with open(os.path.join(program.folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    done = program.run("--db", "profile.db", "import", "--dry-run", "--map", "profile.json", "table.csv")
    return done.returncode, done.stderr.decode(errors="replace")


def check_profiles(program, fixtures):
    for listed in json.loads(program.answer("profiles", "--format", "json"))["profiles"]:
        faults = find_faults(VALID_PROFILE, json.loads(program.answer("profiles", "show", listed["name"])))
        check("valid: the profile " + listed["name"], not faults, faults)
    with open(os.path.join(fixtures, "profiles", "desk", "desk.json"), encoding="utf-8") as file:
        desk = json.load(file)
    faults = find_faults(VALID_PROFILE, desk)
    check("valid: the profile of the worked example", not faults, faults)
    for name, spoil in SPOILT_PROFILES:
        profile = copy.deepcopy(desk)
        spoil(profile)
        status, said = take_profile(program, profile)
        check("refused by the schema and the program: a profile with " + name,
              not VALID_PROFILE.is_valid(profile) and status == 3 and "profile.json:" in said, said)


def check_schemas():
    for name, schema in (("detente.schema.json", DOCUMENT), ("detente-answer.schema.json", ANSWER),
                         ("detente-profile.schema.json", PROFILE)):
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
            check("%s is a schema" % name, True)
        except jsonschema.SchemaError as fault:
            check("%s is a schema" % name, False, fault.message)


def main():
    if len(sys.argv) != 3:
        print("usage: check_schema.py PROGRAM FIXTURES", file=sys.stderr)
        return 2
    check_schemas()
    with tempfile.TemporaryDirectory(prefix="detente-schema.") as folder:
        program = Program(os.path.abspath(sys.argv[1]), folder)
        try:
            check_written(program, os.path.abspath(sys.argv[2]))
            check_spoilt_answers(program)
            check_full(program)
            check_spoilt(program)
            check_fields(program)
            check_profiles(program, os.path.abspath(sys.argv[2]))
        except RuntimeError as fault:
            check("the program answers", False, fault)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


sys.exit(main())
