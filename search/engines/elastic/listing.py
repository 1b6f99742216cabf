"""Lists everything in an index as it is at one moment."""

from search.engines.elastic.connection import speaking

PAGE = 1000


def stored(client, index):
    """Yield id, version and visibility token of every document."""
    with speaking():
        point = client.open_point_in_time(index=index, keep_alive="2m")["id"]
    after = None
    try:
        while page := _page(client, point, after):
            for hit in page:
                yield hit["_id"], hit["_version"], hit["fields"]["visibility"][0]
            after = page[-1]["sort"]
    finally:
        with speaking():
            client.close_point_in_time(id=point)


def _page(client, point, after):
    with speaking():
        answer = client.search(
            pit={"id": point, "keep_alive": "2m"},
            size=PAGE,
            sort=["_shard_doc"],
            search_after=after,
            version=True,
            source=False,
            docvalue_fields=["visibility"],
            track_total_hits=False,
        )
    return answer["hits"]["hits"]
