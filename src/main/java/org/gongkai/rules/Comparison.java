package org.gongkai.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gongkai.text.Sha256;

/**
 * The identity of the two sides that a rule has compared. An explanation of a warning holds as long as it stays the
 * same. It is stored as a key: the numbers themselves, or the SHA-256 of texts. Versions before 0.1.0 stored the length
 * and the 32-bit hash of a text; that former key is computed too, so that explanations stored by these versions still
 * hold.
 */
public final class Comparison {

    private static final String SEPARATOR = "|";

    private final String key;
    private final String formerKey;

    private Comparison(String key, String formerKey) {
        this.key = key;
        this.formerKey = formerKey;
    }

    /** Returns the comparison with a stored key. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Comparison ofKey(String key) {
        return new Comparison(key, key);
    }

    /** Returns the comparison of two numbers. */
    public static Comparison ofNumbers(BigDecimal left, BigDecimal right) {
        return ofKey(Violation.plain(left) + SEPARATOR + Violation.plain(right));
    }

    /** Returns the comparison of texts. */
    public static Comparison ofTexts(String... texts) {
        return new Comparison(joined(Sha256::hex, texts), joined(Comparison::lengthAndHash, texts));
    }

    /** Returns the key to store. */
    @JsonValue
    public String key() {
        return key;
    }

    /** Returns whether a stored key stands for this comparison. */
    public boolean hasKey(String stored) {
        return key.equals(stored) || formerKey.equals(stored);
    }

    /** Returns whether both stand for the same comparison, although one may have been stored by its former key. */
    public boolean isSameAs(Comparison other) {
        return hasKey(other.key) || other.hasKey(key);
    }

    /** Compares the keys to store. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Comparison comparison && key.equals(comparison.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }

    private static String joined(UnaryOperator<String> fingerprint, String... texts) {
        return Arrays.stream(texts).map(fingerprint).collect(Collectors.joining(SEPARATOR));
    }

    private static String lengthAndHash(String text) {
        return text.length() + ":" + Integer.toHexString(text.hashCode());
    }
}
