package org.gongkai.cycle;

import jakarta.persistence.Embeddable;

/**
 * The key of a line of a roster.
 *
 * @param year the report year
 * @param agency code of the agency
 */
@Embeddable
public record ObligationId(short year, String agency) {}
