"""Files that nobody should upload, and one photo that says where it was taken."""

import struct
import zlib
from io import BytesIO

from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
# What EXIF calls the place where a photo was taken, and latitude and longitude in it.
GPS, LATITUDE, LONGITUDE = 0x8825, 2, 4


def photo(kind="JPEG", where=None):
    """Return a small photo, with the place where it was taken if there is one."""
    exif = Image.Exif()
    if where:
        exif.get_ifd(GPS).update({LATITUDE: where[0], LONGITUDE: where[1]})
    file = BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(file, kind, exif=exif.tobytes())
    return file.getvalue()


def place_of(content):
    """Return what a picture says of the place where it was taken."""
    picture = Image.open(BytesIO(content))
    # A PNG tells it behind the picture itself.
    picture.load()
    return dict(picture.getexif().get_ifd(GPS))


def claiming(width, height):
    """Return a PNG of a few hundred bytes that says how large it is."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def claiming_gif(width, height):
    """Return a GIF of some tens of bytes that says how large it is."""
    size = struct.pack("<HH", width, height)
    return (
        b"GIF89a"
        + size
        + b"\x80\0\0"
        + bytes(3)
        + b"\xff\xff\xff,"
        + bytes(4)
        + size
        + b"\0\2\2D\1\0;"
    )


def _chunk(kind, data):
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
