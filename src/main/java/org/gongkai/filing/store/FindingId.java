package org.gongkai.filing.store;

import jakarta.persistence.Embeddable;

/**
 * What identifies a finding.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the revision
 * @param position its place among the findings of the revision, from 0
 */
@Embeddable
public record FindingId(String agency, short year, int revision, int position) {}
