"""Makes the fonts of PDF files from the complete fonts.

    pip install fonttools==4.66.1
    python3 subset.py NotoSerifSC_400Regular.ttf NotoSansSC_500Medium.ttf Unihan_OtherMappings.txt

The complete fonts are those of Google Fonts (npm packages @expo-google-fonts/noto-serif-sc and noto-sans-sc, 0.4.3). The
list of characters is part of the Unicode Character Database (Unihan, 15.0). Run again, the script makes the same bytes.
"""

import pathlib
import sys

from fontTools import subset

TARGET = pathlib.Path(__file__).parents[1] / "resources/org/gongkai/publication/pdf"
HAN = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)]
PUNCTUATION = [(0x20, 0x2FFF), (0x3001, 0x303F), (0xFF00, 0xFFEF)]
UNUSED_TABLES = ["vhea", "vmtx", "VORG", "BASE", "DSIG", "STAT"]


def within(code, ranges):
    return any(first <= code <= last for first, last in ranges)


def gb2312(first_row, last_row):
    """The characters of rows of GB 2312."""
    codes = set()
    for row in range(first_row, last_row + 1):
        for cell in range(1, 95):
            try:
                codes.add(ord(bytes([0xA0 + row, 0xA0 + cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return codes


def standard_table(unihan):
    """The characters of the table of 2013 (通用规范汉字表)."""
    fields = (line.split("\t") for line in open(unihan, encoding="utf-8"))
    return {int(field[0][2:], 16) for field in fields if len(field) == 3 and field[1] == "kTGH"}


def make(source, name, wanted):
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"], glyph_names=False
    )
    options.drop_tables += UNUSED_TABLES
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={code for code in font.getBestCmap() if wanted(code)})
    subsetter.subset(font)
    subset.save_font(font, TARGET / name, options)


if __name__ == "__main__":
    serif, sans, unihan = sys.argv[1:]
    names_and_texts = standard_table(unihan) | gb2312(1, 87)
    make(serif, "NotoSerifSC-Regular.ttf", lambda code: code in names_and_texts or not within(code, HAN))
    headings = gb2312(1, 55)
    make(sans, "NotoSansSC-Medium.ttf", lambda code: code in headings or within(code, PUNCTUATION))
