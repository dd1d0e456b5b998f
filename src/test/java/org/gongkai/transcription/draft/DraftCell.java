package org.gongkai.transcription.draft;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A cell of a drafted table. It is compared by identity: a merged cell stands at each position that it covers.
 */
final class DraftCell {

    /** How a part of the text looks. */
    enum Look {
        PLAIN,
        RAISED,
        LOWERED,
        HIDDEN,
        STRUCK,
        DELETED,
        PICTURE,
        FIELD,
        BREAK,
        INSERTED;

        /** Returns whether a reader sees the text as part of the cell. */
        boolean isRead() {
            return this == PLAIN || this == BREAK || this == INSERTED;
        }
    }

    /**
     * A part of the text.
     *
     * @param way chooses one of the ways in which a layout can give a text its look
     */
    record Run(String text, Look look, int way) {

        Run(String text, Look look) {
            this(text, look, 0);
        }

        /** Returns one of several patterns, with the text in it. */
        String in(List<String> patterns, String shown) {
            return patterns.get(way % patterns.size()).formatted(shown);
        }
    }

    /** The kind of a cell. */
    enum Kind {
        HEAD,
        LABEL,
        NUMBER
    }

    private final Kind kind;
    private final String pointer;
    private List<Run> runs;

    private DraftCell(Kind kind, String pointer, List<Run> runs) {
        this.kind = kind;
        this.pointer = pointer;
        this.runs = runs;
    }

    static DraftCell head(String text) {
        return new DraftCell(Kind.HEAD, "", plain(text));
    }

    static DraftCell label(String text) {
        return new DraftCell(Kind.LABEL, "", plain(text));
    }

    /** Returns a number that is none of the form. */
    static DraftCell other(String text) {
        return new DraftCell(Kind.NUMBER, "", plain(text));
    }

    static DraftCell number(String pointer, String text) {
        return new DraftCell(Kind.NUMBER, pointer, plain(text));
    }

    private static List<Run> plain(String text) {
        return List.of(new Run(text, Look.PLAIN));
    }

    Kind kind() {
        return kind;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** Returns the pointer of its figure; empty if it has none. */
    String pointer() {
        return pointer;
    }

    boolean isFigure() {
        return !pointer.isEmpty();
    }

    List<Run> runs() {
        return runs;
    }

    /** Returns its visible text. */
    String text() {
        return runs.stream().filter(run -> run.look().isRead()).map(Run::text).collect(Collectors.joining());
    }

    boolean isPlain() {
        return runs.size() == 1 && runs.get(0).look() == Look.PLAIN;
    }

    void write(String text) {
        runs = plain(text);
    }

    void write(Run... parts) {
        runs = List.of(parts);
    }

    /** Returns another cell with the same content. */
    DraftCell copy() {
        return new DraftCell(kind, pointer, runs);
    }
}
