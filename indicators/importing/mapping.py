"""Which column of a sheet holds what: pure, read from and written to JSON and TOML."""

from dataclasses import asdict, dataclass, field, replace

from indicators.models import MissingReason

CODE, NAME = "code", "name"


@dataclass(frozen=True)
class Column:
    """A column of figures: of which indicator, times how much, and of when if not of all.

    `factor` turns what the source counts in into the unit of the indicator: 1000 where money is
    in thousands. `period` is as `moments.read` knows it; empty means that of the line or file.
    """

    name: str
    indicator: str
    factor: int = 1
    period: str = ""


@dataclass(frozen=True)
class Mapping:
    """How the lines of a sheet are read.

    Wide: `columns` names a column per indicator. Long: `indicator` names the column that holds
    codes of indicators and `value` that of the figures. `area` names the column of the areas,
    which is `by` code or name; `prefix` comes before a code that the source writes without, and
    `same` translates what the source calls an area. `within` and `kind` narrow names down.
    `only` keeps lines with these values in these columns. `empty` is what an empty cell means,
    as a `MissingReason`. `others_left_out` says that the file is of more areas than this site.
    `sign` is the decimal sign, or "" to find it out. `header_line` counts from one. `some_will_do`
    says that not every sheet of this kind has all columns of figures.
    """

    area: str
    columns: tuple[Column, ...] = ()
    by: str = CODE
    indicator: str = ""
    value: str = ""
    factor: int = 1
    period: str = ""
    prefix: str = ""
    within: str = ""
    kind: str = ""
    same: dict = field(default_factory=dict)
    only: dict = field(default_factory=dict)
    empty: str = MissingReason.NOT_SURVEYED
    others_left_out: bool = False
    sign: str = ""
    header_line: int | None = None
    some_will_do: bool = False

    @classmethod
    def from_data(cls, data):
        """Return the mapping in plain data; raises TypeError or ValueError when it is none."""
        columns = tuple(Column(**column) for column in data.get("columns", ()))
        return cls(**data | {"columns": columns})

    def as_data(self):
        """Return the mapping as plain data, without what is as usual."""
        usual = asdict(Mapping(area=""))
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
            if value != usual[name]
        }

    @property
    def is_long(self):
        """Tell whether each line holds one figure."""
        return bool(self.value)

    @property
    def needed(self):
        """Return the names of all columns that a sheet must have."""
        named = [self.area, self.indicator, self.value, self.period, *self.only]
        named += [column.name for column in self.columns]
        return [name for name in dict.fromkeys(named) if name]

    def in_sheet(self, header):
        """Return the mapping for a sheet with this header, or None when it lacks columns."""
        mapping = self
        if self.some_will_do:
            there = tuple(column for column in self.columns if column.name in header)
            mapping = replace(self, columns=there, some_will_do=False)
        fits = (mapping.columns or mapping.is_long) and not mapping.absent(header)
        return mapping if fits else None

    def absent(self, header):
        """Return the columns that a sheet with this header lacks."""
        return [name for name in self.needed if name not in header]

    def doubled(self, header):
        """Return the columns that this header names more than once."""
        return [name for name in self.needed if header.count(name) > 1]
