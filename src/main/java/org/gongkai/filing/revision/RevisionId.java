package org.gongkai.filing.revision;

import jakarta.persistence.Embeddable;

/**
 * The identifier of a revision.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the revision, from 1
 */
@Embeddable
public record RevisionId(String agency, short year, int revision) {}
