package org.gongkai.cycle;

import java.util.Optional;

/**
 * Deadlines were moved: what was said about being late may be wrong now. Told within the transaction.
 *
 * @param year the report year
 * @param agency code of the one agency whose deadline it is; empty for all of them
 */
public record DeadlinesMoved(int year, Optional<String> agency) {}
