package org.gongkai.cycle;

import java.time.Instant;
import java.util.Optional;

/**
 * Deadlines were moved: what was said about being late may be wrong now. Told within the transaction.
 *
 * @param year the report year
 * @param earliest the first moment that was late before, or is now; reports handed in earlier are in time either way
 * @param agency code of the one agency whose deadline it is; empty for all of them
 */
public record DeadlinesMoved(int year, Instant earliest, Optional<String> agency) {}
