package org.gongkai.publication;

/** The typefaces of a document's workbook, by the names that are usual in Chinese offices. */
enum Typeface {
    TITLE("方正小标宋简体", 22),
    HEADING("黑体", 16),
    TEXT("仿宋", 12),
    TABLE("宋体", 9);

    private final String font;
    private final double size;

    Typeface(String font, double size) {
        this.font = font;
        this.size = size;
    }

    /** Returns the name of the font. */
    String font() {
        return font;
    }

    /** Returns the size in points. */
    double size() {
        return size;
    }
}
