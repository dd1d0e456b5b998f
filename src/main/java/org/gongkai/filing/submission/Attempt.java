package org.gongkai.filing.submission;

import java.util.Optional;

/**
 * What became of a submission that was taken in with others. With neither, nothing is stored, and it has to be taken in by itself.
 *
 * @param submitted what is stored
 * @param refused why it was refused
 */
record Attempt(Optional<Submitted> submitted, Optional<RuntimeException> refused) {

    static final Attempt FAILED = new Attempt(Optional.empty(), Optional.empty());

    static Attempt of(Submitted submitted) {
        return new Attempt(Optional.of(submitted), Optional.empty());
    }

    static Attempt refused(RuntimeException why) {
        return new Attempt(Optional.empty(), Optional.of(why));
    }

    /** What is stored, if it could be; throws why it was refused. */
    Optional<Submitted> result() {
        refused.ifPresent(why -> {
            throw why;
        });
        return submitted;
    }
}
