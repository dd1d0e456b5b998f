package org.gongkai.cycle;

import java.time.Instant;
import java.util.Optional;

/**
 * Deadlines were moved: what was said about being late may be wrong now. Told within the transaction.
 *
 * @param year the report year
 * @param earliest the earliest moment, before or after, from which a report was late; those handed in earlier are not concerned
 * @param agency code of the one agency whose deadline it is; empty for all of them
 */
public record DeadlinesMoved(int year, Instant earliest, Optional<String> agency) {}
