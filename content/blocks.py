"""Blocks that every app may use in a page: running text, pictures, tables, sources."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block import blocks as tables
from wagtail.coreutils import resolve_model_string
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with who said them."""

    text = blocks.TextBlock(label=_("citaat"))
    speaker = blocks.CharBlock(label=_("wie zei dit"))

    class Meta:
        icon = "openquote"
        label = _("Citaat")
        template = "blocks/quote.html"


class FigureBlock(blocks.StructBlock):
    """One number that carries the story, with what it counts, its period and its source."""

    value = blocks.CharBlock(label=_("getal"), help_text=_("Met eenheid: 65%, −4%, 884 woningen."))
    label = blocks.CharBlock(label=_("wat telt dit getal"))
    period = blocks.CharBlock(label=_("periode"), required=False)
    source = blocks.CharBlock(label=_("bron"))

    class Meta:
        icon = "order"
        label = _("Getal")
        template = "blocks/figure.html"


class SourceBlock(blocks.StructBlock):
    """Where a statement comes from; enough for a reader to find it."""

    title = blocks.CharBlock(label=_("titel"))
    publisher = blocks.CharBlock(label=_("maker of uitgever"), required=False)
    year = blocks.IntegerBlock(label=_("jaar"), required=False, min_value=1900, max_value=2100)
    locator = blocks.CharBlock(
        label=_("plaats in de bron"), required=False, help_text=_("Hoofdstuk of bladzijde.")
    )
    url = blocks.URLBlock(label=_("webadres"), required=False)

    class Meta:
        icon = "link"
        label = _("Bron")
        template = "blocks/source.html"


class TableBlock(tables.TableBlock):
    """Rows and columns; says in Dutch what it misses, and reads nothing but rows of cells."""

    # What the migrations know it by.
    canonical_module_path = "wagtail.contrib.table_block.blocks.TableBlock"

    def value_from_form(self, value):
        """Return the table, or nothing when something else was sent."""
        table = super().value_from_form(value)
        rows = table.get("data") if isinstance(table, dict) else None
        return table if isinstance(rows, list) and all(isinstance(r, list) for r in rows) else None

    def get_searchable_content(self, value):
        """Return each row as text, so that a passage of it can be read."""
        rows = (value or {}).get("data", [])
        texts = (", ".join(str(cell) for cell in row if cell) for row in rows)
        return [f"{text};" for text in texts if text]

    def clean(self, value):
        """Ask which cells are headings: a screen reader needs to know."""
        if value and not value.get("table_header_choice") and not self.is_deferred_validation:
            raise ValidationError(_("Kies boven de tabel welke cellen koppen zijn."))
        return super().clean(value)


class TermChooserBlock(blocks.ChooserBlock):
    """A term, chosen in its own window: `window` is the dotted path of that `TermChooser`."""

    window = ""

    @cached_property
    def target_model(self):
        """Return the model of the term; blocks are made before there are models."""
        return resolve_model_string(self._chooser.model)

    @cached_property
    def widget(self):
        """Return the field that opens the window."""
        return self._chooser.widget_class()

    @cached_property
    def _chooser(self):
        return import_string(self.window)()


class AreaChooserBlock(TermChooserBlock):
    """An area or a group of areas."""

    window = "content.choosers.AreaChooser"

    class Meta:
        icon = "site"


class StoryBlock(blocks.StreamBlock):
    """Running text with what may stand between it."""

    heading = blocks.CharBlock(icon="title", label=_("Kop"), template="blocks/heading.html")
    text = blocks.RichTextBlock(label=_("Tekst"), features=TEXT_FEATURES)
    image = ImageBlock(label=_("Afbeelding"), template="blocks/image.html")
    quote = QuoteBlock()
    figure = FigureBlock()
    table = TableBlock(label=_("Tabel"), template="blocks/table.html")
    document = DocumentChooserBlock(label=_("Document"), template="blocks/document.html")
