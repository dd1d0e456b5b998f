package org.gongkai.filing.store;

import jakarta.persistence.Embeddable;

/**
 * What identifies a revision.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param revision its number, from 1
 */
@Embeddable
public record RevisionId(String agency, short year, int revision) {}
