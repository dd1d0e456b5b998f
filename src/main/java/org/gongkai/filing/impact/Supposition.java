package org.gongkai.filing.impact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.http.parameter.ReportYear;

/**
 * Supposed changes of a report, as {@link SuppositionReader} has read them. Their values are not checked yet.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param changes the changes, in the order of the request
 * @param base the revision that is changed
 */
record Supposition(String agency, ReportYear year, List<Change> changes, WhatIfBase base) {

    /**
     * A supposed change.
     *
     * @param pointer pointer to a cell or text of the form
     * @param value its supposed content
     */
    record Change(String pointer, JsonNode value) {}

    FilingId filing() {
        return FilingId.of(agency, year.value());
    }
}
