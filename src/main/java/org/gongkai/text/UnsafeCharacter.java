package org.gongkai.text;

import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.function.IntPredicate;

/**
 * A character that no stored text may contain: terminals and parsers may execute it, databases or documents cannot hold
 * it, or it changes how the characters around it are displayed.
 *
 * @param codePoint its code point; that of the surrogate if it is unpaired
 * @param position its place in the text, in Unicode code points from 1
 */
public record UnsafeCharacter(int codePoint, int position) {

    private static final Text CONTROL = new Text("控制字符", "a control character");
    private static final Text SURROGATE = new Text("不成对的代理项", "an unpaired surrogate");
    private static final Text NONCHARACTER = new Text("非字符", "a noncharacter");
    private static final Text DIRECTION = new Text("改变文字方向的字符", "a character that changes the direction of the text");
    private static final Text LINE_BREAK = new Text("换行符或制表符", "a line break or a tab");
    private static final Text INVISIBLE = new Text("不可见字符", "an invisible character");

    private static final int REPLACEMENT = 0xFFFD;

    /** The last two code points of every plane are noncharacters. */
    private static final int LAST_OF_PLANE = 0xFFFE;

    /** Finds the first unsafe character of a text, which may have several lines. */
    public static Optional<UnsafeCharacter> in(String text) {
        return first(text, UnsafeCharacter::isUnsafe);
    }

    /** Finds the first unsafe character of a name, which has one line and only visible characters. */
    public static Optional<UnsafeCharacter> inName(String name) {
        return first(
                name,
                character -> isUnsafe(character)
                        || Characters.isInvisible(character)
                        || Characters.endsLine(character)
                        || character == '\t');
    }

    /** Returns a text with U+FFFD in the place of unsafe characters, for documents. */
    public static String replaced(String text) {
        return mapped(text, REPLACEMENT);
    }

    /** Returns a text of a document without unsafe characters; those that end a line become line feeds. */
    public static String removed(String text) {
        return mapped(text, -1);
    }

    /** Returns what the character is, and where. */
    public Text message() {
        return new Text("第 %s 个字符 %s 是%s，不能使用，请删去", "Character %s, %s, is %s, which is not allowed: remove it")
                .with(position, String.format("U+%04X", codePoint), kind());
    }

    private Text kind() {
        if (isDirection(codePoint)) {
            return DIRECTION;
        } else if (isNoncharacter(codePoint)) {
            return NONCHARACTER;
        } else if (Character.getType(codePoint) == Character.SURROGATE) {
            return SURROGATE;
        } else if (isControl(codePoint)) {
            return CONTROL;
        }
        return Characters.isInvisible(codePoint) ? INVISIBLE : LINE_BREAK;
    }

    private static boolean isUnsafe(int character) {
        return isControl(character)
                || isNoncharacter(character)
                || isDirection(character)
                || Character.getType(character) == Character.SURROGATE;
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r';
    }

    private static boolean isNoncharacter(int character) {
        return (character & LAST_OF_PLANE) == LAST_OF_PLANE || character >= 0xFDD0 && character <= 0xFDEF;
    }

    /** Returns whether a character begins or ends an embedding, an override or an isolate. */
    private static boolean isDirection(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    private static Optional<UnsafeCharacter> first(String text, IntPredicate isRefused) {
        PrimitiveIterator.OfInt characters = text.codePoints().iterator();
        for (int position = 1; characters.hasNext(); position++) {
            int character = characters.nextInt();
            if (isRefused.test(character)) {
                return Optional.of(new UnsafeCharacter(character, position));
            }
        }
        return Optional.empty();
    }

    /** Replaces the unsafe characters; without a replacement, keeps only their line ends. */
    private static String mapped(String text, int replacement) {
        if (in(text).isEmpty()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (!isUnsafe(character)) {
                safe.appendCodePoint(character);
            } else if (replacement >= 0) {
                safe.appendCodePoint(replacement);
            } else if (Characters.endsLine(character)) {
                safe.append('\n');
            }
        });
        return safe.toString();
    }
}
