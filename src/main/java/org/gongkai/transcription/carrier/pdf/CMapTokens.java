package org.gongkai.transcription.carrier.pdf;

import java.nio.charset.StandardCharsets;

/** The tokens of a CMap stream, parted as the library parts them. */
final class CMapTokens {

    /** The kinds of tokens. */
    enum Kind {
        CODE,
        OPERATOR,
        NAME,
        OTHER,
        END
    }

    private static final int MAX_DEPTH = 20;
    private static final String SPACES = " \t\r\n";
    private static final String DIGITS = "0123456789";
    private static final String ENDS = SPACES + DIGITS + "()<>[]{}/%";

    private final String text;
    private int at;
    private int depth;
    private int start;

    CMapTokens(byte[] stream) {
        this.text = new String(stream, StandardCharsets.ISO_8859_1);
    }

    /** Reads a token. An array and a dictionary are one token each. */
    Kind next() {
        skip(SPACES, true);
        start = at;
        if (at >= text.length()) {
            return Kind.END;
        }
        char begin = text.charAt(at++);
        return switch (begin) {
            case '%' -> to("\r\n");
            case '(' -> to(")");
            case '[' -> array();
            case '<' -> text.startsWith("<", at) ? dictionary() : code();
            case '/' -> name();
            case ']', '>' -> Kind.OTHER;
            default -> DIGITS.indexOf(begin) >= 0 ? number() : operator();
        };
    }

    /** Returns the text of the last token. */
    String word() {
        return text.substring(start, at);
    }

    private void skip(String characters, boolean listed) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0 == listed) {
            at++;
        }
    }

    private Kind to(String ends) {
        skip(ends, false);
        at++;
        return Kind.OTHER;
    }

    private Kind code() {
        to(">");
        at = Math.min(at, text.length());
        return Kind.CODE;
    }

    private Kind name() {
        skip(SPACES + "()<>[]{}/%", false);
        return Kind.NAME;
    }

    private Kind number() {
        skip(DIGITS + ".", true);
        return Kind.OTHER;
    }

    private Kind operator() {
        skip(ENDS, false);
        return Kind.OPERATOR;
    }

    private Kind array() {
        enter();
        while (at < text.length() && !isArrayEnd(next())) {
            // The parts of an array are of no use.
        }
        depth--;
        return Kind.OTHER;
    }

    private boolean isArrayEnd(Kind token) {
        return token == Kind.END || token == Kind.OTHER && text.charAt(start) == ']';
    }

    private Kind dictionary() {
        at++;
        enter();
        while (next() == Kind.NAME) {
            next();
        }
        at += text.startsWith(">", at) ? 1 : 0;
        depth--;
        return Kind.OTHER;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new PdfRefusal(PdfReasons.DAMAGED);
        }
    }
}
