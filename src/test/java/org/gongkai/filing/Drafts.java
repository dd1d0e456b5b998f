package org.gongkai.filing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gongkai.testing.ReportFiles;

/** Changes real reports by pointer. */
public final class Drafts {

    private final ObjectNode report;

    private Drafts(ObjectNode report) {
        this.report = report;
    }

    public static Drafts of(String agency, int year) {
        return new Drafts(((ObjectNode) ReportFiles.of(agency, year).content()).deepCopy());
    }

    public Drafts with(String pointer, Object value) {
        int name = pointer.lastIndexOf('/');
        ((ObjectNode) report.at(pointer.substring(0, name)))
                .set(pointer.substring(name + 1), ReportFiles.JSON.valueToTree(value));
        return this;
    }

    /** Adds one request that stays open at the end of the year. */
    public Drafts withOneCarriedForward() {
        return plusOne("newlyReceived").plusOne("carriedForward");
    }

    private Drafts plusOne(String row) {
        for (String column : new String[] {"naturalPerson", "total"}) {
            String pointer = "/requests/" + row + "/" + column;
            with(pointer, report.at(pointer).asLong() + 1);
        }
        return this;
    }

    public String json() {
        return report.toString();
    }
}
