package org.gongkai.transcription.carrier.pdf;

import java.util.Set;

/** Counts the characters that a CMap stream maps, without mapping them. */
final class CMapSize {

    private static final String TO_TEXT = "beginbfrange";
    private static final Set<String> RANGES = Set.of("begincidrange", "begincodespacerange");

    /** The size of a predefined CMap that a stream includes. */
    private static final FontSize INCLUDED = new FontSize(30_000, 10_000);

    private static final int DIGITS_OF_CHARACTER = 4;

    private final CMapTokens tokens;
    private FontSize size = FontSize.NONE;
    private String section = "";
    private int place;
    private int first;
    private long width;

    private CMapSize(byte[] stream) {
        this.tokens = new CMapTokens(stream);
    }

    /** Returns the size of a CMap stream. */
    static FontSize of(byte[] stream) {
        CMapSize size = new CMapSize(stream);
        CMapTokens.Kind token = size.tokens.next();
        while (token != CMapTokens.Kind.END) {
            size.add(token);
            token = size.tokens.next();
        }
        return size.size;
    }

    private void add(CMapTokens.Kind token) {
        switch (token) {
            case CODE -> code(tokens.word());
            case OPERATOR -> operator(tokens.word());
            default -> place = 0;
        }
    }

    /** Begins or ends a section. The library passes over an operator in the third place of a range. */
    private void operator(String operator) {
        section = section.equals(TO_TEXT) && place == 2 ? section : operator;
        place = 0;
        size = operator.equals("usecmap") ? size.plus(INCLUDED) : size;
    }

    private void code(String code) {
        if (RANGES.contains(section)) {
            size = size.plus(new FontSize(0, 1));
        } else if (section.equals(TO_TEXT)) {
            rangeToText(code);
        }
    }

    private void rangeToText(String code) {
        switch (place) {
            case 0 -> first = number(code);
            case 1 -> width = Math.max(0, (long) number(code) - first + 1);
            default -> size = size.plus(new FontSize(width * Math.max(1, code.length() / DIGITS_OF_CHARACTER), 0));
        }
        place = (place + 1) % 3;
    }

    /** Returns the value of a code as the library reads it, with the last four bytes of a longer one. */
    private static int number(String code) {
        int number = 0;
        int digits = 0;
        for (int index = 0; index < code.length(); index++) {
            int digit = Character.digit(code.charAt(index), 16);
            number = digit < 0 ? number : number << 4 | digit;
            digits += digit < 0 ? 0 : 1;
        }
        return digits % 2 == 0 ? number : number << 4;
    }
}
