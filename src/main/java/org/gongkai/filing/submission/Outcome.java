package org.gongkai.filing.submission;

import java.util.Optional;
import org.gongkai.filing.review.Receipt;
import org.gongkai.text.Language;

/**
 * What became of one of several submissions, as it was when the next was not taken in yet.
 *
 * @param receipt proof that it was taken in; empty when it was refused
 * @param stored whether it made a revision
 * @param refused why it was refused; empty when it was not
 */
public record Outcome(Optional<Receipt> receipt, boolean stored, Optional<RuntimeException> refused) {

    static Outcome of(Submitted submitted, Language language) {
        Receipt receipt = Receipt.of(submitted.revision(), submitted.remarks(), language);
        return new Outcome(Optional.of(receipt), submitted.stored(), Optional.empty());
    }

    public static Outcome of(RuntimeException refused) {
        return new Outcome(Optional.empty(), false, Optional.of(refused));
    }
}
