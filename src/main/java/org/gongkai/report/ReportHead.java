package org.gongkai.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * The members of a report that say which report it is. They are not part of its content, nor of its hash.
 *
 * @param agency code of the agency
 * @param agencyName name of the agency in the report year
 * @param year the report year
 * @param revision number of the revision
 */
public record ReportHead(String agency, String agencyName, int year, int revision) {

    public static final String AGENCY = "agency";
    public static final String AGENCY_NAME = "agencyName";
    public static final String YEAR = "year";
    public static final String REVISION = "revision";

    /** The names of the members. */
    public static final Set<String> MEMBERS = Set.of(AGENCY, AGENCY_NAME, YEAR, REVISION);

    /** Returns a report that begins with these members. */
    public ObjectNode before(JsonNode report) {
        ObjectNode whole = JsonNodeFactory.instance
                .objectNode()
                .put(AGENCY, agency)
                .put(AGENCY_NAME, agencyName)
                .put(YEAR, year)
                .put(REVISION, revision);
        whole.setAll((ObjectNode) report);
        return whole;
    }
}
