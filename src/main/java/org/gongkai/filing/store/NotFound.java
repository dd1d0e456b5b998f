package org.gongkai.filing.store;

import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** What is said of reports and revisions that are not there. */
public final class NotFound {

    private NotFound() {}

    /** Nothing was submitted. */
    public static ProblemException report(String agency, int year) {
        return problem(new Text("%s 没有报送过 %s 年度的报告", "%s has submitted no report for %s"), agency, year);
    }

    /** Nothing is in force. */
    public static ProblemException reportInForce(String agency, int year) {
        return problem(new Text("%s 没有 %s 年度生效的报告", "%s has no report in force for %s"), agency, year);
    }

    public static ProblemException revision(RevisionId id) {
        return problem(
                new Text("%s 的 %s 年度报告没有第 %s 版", "%s has no report for %s with a revision %s"),
                id.agency(),
                id.year(),
                id.revision());
    }

    private static ProblemException problem(Text detail, Object... arguments) {
        return new ProblemException(ProblemType.UNKNOWN_REPORT, detail.with(arguments));
    }
}
