package org.gongkai.filing.submission;

import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.filing.store.Revision;

/**
 * A submission that has been checked by itself, and is taken in on a condition.
 *
 * @param prepared the submission
 * @param precondition is given the newest revision, if there is one, and throws to refuse the submission
 */
record Conditional(ValidatedReport prepared, Consumer<Optional<Revision>> precondition) {}
