"""Inserting many rows without making an object of each."""

from itertools import islice

from django.db import connection, transaction

BATCH = 5000


def insert(model, names, rows, **same):
    """Insert rows into the table of a model; signals are not sent and nothing is checked.

    `names` are the columns of each row, whose values are text, numbers and days in ISO form;
    `same` are fields with the value that all rows have. Fields that are in neither must have no
    need of a value. A batch at a time, in one transaction.
    """
    fields = {name: model._meta.get_field(name) for name in same}
    fixed = [field.get_db_prep_save(same[name], connection) for name, field in fields.items()]
    columns = [*names, *(field.column for field in fields.values())]
    quote = connection.ops.quote_name
    statement = (
        f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(map(quote, columns))}) "
        f"VALUES ({', '.join(['%s'] * len(columns))})"
    )
    rows = iter(rows)
    with transaction.atomic(), connection.cursor() as cursor:
        while batch := [(*row, *fixed) for row in islice(rows, BATCH)]:
            cursor.executemany(statement, batch)
