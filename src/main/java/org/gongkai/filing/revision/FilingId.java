package org.gongkai.filing.revision;

import jakarta.persistence.Embeddable;

/**
 * The identifier of a report.
 *
 * @param agency code of the agency
 * @param year the report year
 */
@Embeddable
public record FilingId(String agency, short year) {

    public static FilingId of(String agency, int year) {
        return new FilingId(agency, (short) year);
    }
}
