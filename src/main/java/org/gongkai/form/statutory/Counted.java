package org.gongkai.form.statutory;

import java.math.BigDecimal;
import java.util.Arrays;
import org.gongkai.form.Form;

/** Checks the range of numbers of the form. */
final class Counted {

    private Counted() {}

    /** Refuses a count below 0 or above the maximum of the form. */
    static void check(long... counts) {
        if (Arrays.stream(counts).anyMatch(count -> count < 0 || count > Form.MAX_COUNT)) {
            throw new IllegalArgumentException("Not counts: " + Arrays.toString(counts));
        }
    }

    /** Refuses an amount below 0 or above the maximum of the form. */
    static void checkAmount(BigDecimal amount) {
        if (amount.signum() < 0 || amount.compareTo(Form.MAX_AMOUNT) > 0) {
            throw new IllegalArgumentException("Not an amount: " + amount);
        }
    }
}
