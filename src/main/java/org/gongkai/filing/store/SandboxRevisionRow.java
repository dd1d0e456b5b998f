package org.gongkai.filing.store;

import org.gongkai.sql.SqlType;

/**
 * A revision of a test report as a row of table {@code sandbox_revision}.
 *
 * @param holder subject of the token by which it was submitted
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the revision
 * @param document the revision with its content and findings, as JSON
 * @param bytes size of the document
 */
record SandboxRevisionRow(
        String holder,
        String agency,
        short year,
        int revision,
        @SqlType("json") String document,
        int bytes) {}
