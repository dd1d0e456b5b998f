package org.gongkai.publication.pdf;

/** The styles of text in PDF files, with the sizes of GB/T 9704. Lengths are in points. */
enum TextStyle {
    TITLE(EmbeddedFont.SERIF, 22, 33),
    NOTE(EmbeddedFont.SERIF, 12, 20),
    HEADING(EmbeddedFont.SANS, 16, 28),
    TEXT(EmbeddedFont.SERIF, 16, 28),
    TABLE(EmbeddedFont.SERIF, 10.5f, 14),
    DENSE_TABLE(EmbeddedFont.SERIF, 9, 11.5f),
    PAGE_NUMBER(EmbeddedFont.SERIF, 14, 14);

    private final EmbeddedFont font;
    private final float size;
    private final float lineHeight;

    TextStyle(EmbeddedFont font, float size, float lineHeight) {
        this.font = font;
        this.size = size;
        this.lineHeight = lineHeight;
    }

    EmbeddedFont font() {
        return font;
    }

    float size() {
        return size;
    }

    float lineHeight() {
        return lineHeight;
    }
}
