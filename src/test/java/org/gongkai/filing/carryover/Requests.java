package org.gongkai.filing.carryover;

import org.gongkai.filing.Drafts;

/** Real reports with other requests: those carried over, and those carried forward, of natural persons. */
public final class Requests {

    private static final String[] COLUMNS = {"naturalPerson", "total"};

    private Requests() {}

    /** Returns a report that no other agency submits, and whose arithmetic holds. */
    public static Drafts report(String agency, int year, int carriedOver, int carriedForward) {
        Drafts draft = Drafts.of("430212-finance", 2023)
                .with("/overview", agency + "在" + year + "年度依法公开政府信息。")
                .with("/proactiveDisclosure/normativeDocuments/issued", 0)
                .with("/proactiveDisclosure/normativeDocuments/repealed", 0)
                .with("/proactiveDisclosure/normativeDocuments/inForce", 0);
        for (String column : COLUMNS) {
            draft.with("/requests/carriedOver/" + column, carriedOver)
                    .with("/requests/carriedForward/" + column, carriedForward)
                    .with("/requests/newlyReceived/" + column, Math.max(0, carriedForward - carriedOver))
                    .with("/requests/outcomes/disclosed/" + column, Math.max(0, carriedOver - carriedForward))
                    .with("/requests/outcomes/total/" + column, Math.max(0, carriedOver - carriedForward));
        }
        return draft;
    }
}
