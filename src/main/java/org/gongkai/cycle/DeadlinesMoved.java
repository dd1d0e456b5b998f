package org.gongkai.cycle;

import java.time.Instant;
import java.util.Optional;

/**
 * An event that deadlines were moved, so that LATE findings may be outdated. It is fired within the transaction.
 *
 * @param year the report year
 * @param earliest the first instant that was late before the change, or is late now; earlier submissions are in time in
 *     both cases
 * @param agency code of the agency, if only its deadline was moved; empty if the deadlines of the cycle were moved
 */
public record DeadlinesMoved(int year, Instant earliest, Optional<String> agency) {}
