"""A small table of StatLine in both services: Amsterdam, two of its wijken and the country."""

AREAS = {"NL00": "Nederland", "GM0363": "Amsterdam", "WK0363NJ": "Oud-Noord", "WK0363AB": "Centrum"}
FIGURES = {
    "NL00": (17942942, 398, 2.1, 57),
    "GM0363": (931298, 551, 1.8, 30),
    "WK0363NJ": (27000, 471, None, 21),
    "WK0363AB": (None, None, None, None),
}
TITLE = "Kerncijfers wijken en buurten 2024"
MODIFIED = "2026-03-31T02:00:00"


def padded(code):
    return code.ljust(10)


def lists(records, link="odata.nextLink", onward=None):
    return {"value": records, **({link: onward} if onward else {})}


def group(number, title, parent=None):
    return {"Type": "TopicGroup", "ID": number, "ParentID": parent, "Key": "", "Title": title}


def subject(number, key, title, unit, parent):
    facts = {"Type": "Topic", "ID": number, "ParentID": parent, "Key": key, "Title": title}
    return {**facts, "Unit": unit, "Datatype": "Long"}


PROPERTIES = [
    {"Type": "GeoDetail", "ID": 0, "Key": "WijkenEnBuurten", "Title": "Wijken en buurten"},
    group(1, "Regioaanduiding"),
    subject(2, "Codering_3", "Codering", "code", 1),
    group(5, "Bevolking"),
    subject(6, "AantalInwoners_5", "Aantal inwoners", "aantal", 5),
    group(20, "Wonen"),
    subject(21, "GemiddeldeWOZWaarde_39", "Gemiddelde WOZ-waarde", "x 1 000 euro", 20),
    group(22, "Koopwoningen", 20),
    subject(23, "Gemiddeld_40", "Gemiddelde grootte", "aantal", 22),
    group(24, "Huurwoningen", 20),
    subject(25, "Gemiddeld_47", "Gemiddelde  grootte", "aantal ", 24),
]
KEYS = ("AantalInwoners_5", "GemiddeldeWOZWaarde_39", "Gemiddeld_40", "Gemiddeld_47")


def record(number, code):
    figures = dict(zip(KEYS, FIGURES[code], strict=True))
    area = {"ID": number, "WijkenEnBuurten": padded(code), "Codering_3": padded(code)}
    return {**area, **figures}


def table_v3(source, table="85984NED", title=TITLE, period="2024", size=2):
    """Serve the table by the old service, `size` areas on a page; return its address."""
    root = f"/ODataFeed/odata/{table}"
    info = {"Identifier": table, "Title": title, "Period": period, "Modified": MODIFIED}
    source.on(f"{root}/TableInfos", lists([info]))
    source.on(f"{root}/DataProperties", lists(PROPERTIES))
    names = [{"Key": padded(code), "Title": f"{name}   "} for code, name in AREAS.items()]
    onward = f"{source.url}{root}/WijkenEnBuurten?$format=json&$skip=3"
    source.on(f"{root}/WijkenEnBuurten", lists(names[:3], onward=onward))
    source.on(f"{root}/WijkenEnBuurten?$format=json&$skip=3", lists(names[3:]))
    records = [record(number, code) for number, code in enumerate(AREAS)]

    def page(query):
        start = int(query.get("$skip", 0))
        more = start + size < len(records)
        onward = f"{source.url}{root}/TypedDataSet?$format=json&$skip={start + size}"
        return lists(records[start : start + size], onward=onward if more else None)

    source.on(f"{root}/TypedDataSet", page)
    return f"{source.url}/ODataFeed/odata"


MEASURES = ("T001036", "M001642", "M000100_1", "M000100_2")


def measure(index):
    topics = [one for one in PROPERTIES if one["Type"] == "Topic" and one["Key"] in KEYS]
    one = topics[index]
    return {
        "Identifier": MEASURES[index],
        "Index": index + 1,
        "Title": one["Title"],
        "Unit": one["Unit"],
        "MeasureGroupId": str(one["ParentID"]),
    }


def groups():
    return [
        {
            "Id": str(one["ID"]),
            "Title": one["Title"],
            "ParentId": one["ParentID"] and str(one["ParentID"]),
        }
        for one in PROPERTIES
        if one["Type"] == "TopicGroup"
    ]


def observations(periods=(None,)):
    """Return the figures one by one, measure after measure, so that no row is together."""
    found = []
    for place, identifier in enumerate(MEASURES):
        for code in AREAS:
            value = FIGURES[code][place]
            if value is None and code == "WK0363NJ":
                # What is not published is sometimes there without a value, and sometimes absent.
                attribute, value = "Impossible", None
            elif value is None:
                continue
            else:
                attribute, value = "None", float(value)
            for period in periods:
                one = {"Id": len(found), "Measure": identifier, "ValueAttribute": attribute}
                area = {"Value": value, "StringValue": None, "WijkenEnBuurten": padded(code)}
                found.append({**one, **area, **({"Perioden": period} if period else {})})
    return found


def table_v4(source, table="85984NED", periods=(), size=5, found=None):
    """Serve the table by the new service, `size` figures on a page; return the address."""
    root, link = f"/odata/v1/CBS/{table}", "@odata.nextLink"
    found = observations([code for code, *_rest in periods] or (None,)) if found is None else found
    names = ["Observations", "MeasureCodes", "MeasureGroups", "Dimensions", "Properties"]
    source.on(root, lists([{"name": name, "kind": "EntitySet"} for name in names]))
    info = {"Identifier": table, "Title": TITLE, "Modified": MODIFIED}
    source.on(f"{root}/Properties", {**info, "ObservationCount": len(found)})
    geo = {"Identifier": "WijkenEnBuurten", "Title": "Wijken en buurten", "Kind": "GeoDimension"}
    time = {"Identifier": "Perioden", "Title": "Perioden", "Kind": "TimeDimension"}
    source.on(f"{root}/Dimensions", lists([time, geo] if periods else [geo]))
    source.on(f"{root}/MeasureCodes", lists([measure(index) for index in range(len(MEASURES))]))
    source.on(f"{root}/MeasureGroups", lists(groups()))
    names = [{"Identifier": padded(code), "Title": name} for code, name in AREAS.items()]
    source.on(f"{root}/WijkenEnBuurtenCodes", lists(names))
    codes = [dict(zip(("Identifier", "Title", "Status"), one, strict=True)) for one in periods]
    source.on(f"{root}/PeriodenCodes", lists(codes))

    def page(query):
        start = int(query.get("$skip", 0))
        more = start + size < len(found)
        onward = f"{source.url}{root}/Observations?$skip={start + size}"
        return lists(found[start : start + size], link, onward if more else None)

    source.on(f"{root}/Observations", page)
    return f"{source.url}/odata/v1/CBS"
