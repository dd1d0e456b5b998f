package org.gongkai.filing.carryover;

import jakarta.persistence.Embeddable;

/**
 * The key of a line of the ledger.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param applicantType the type of applicant, {@code total} for all
 */
@Embeddable
public record CarryOverId(String agency, short year, String applicantType) {}
