package org.gongkai.filing.revision;

import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** The problems for reports and revisions that do not exist or that the caller may not see. */
public final class NotFound {

    private NotFound() {}

    /** Returns the problem for a report without revisions. */
    public static ProblemException report(String agency, int year) {
        return problem(new Text("%s 没有报送过 %s 年度的报告", "%s has not submitted a report for %s"), agency, year);
    }

    /** Returns the problem for a report without a revision in force. */
    public static ProblemException reportInForce(String agency, int year) {
        return problem(new Text("%s 没有 %s 年度生效的报告", "%s has no report in force for %s"), agency, year);
    }

    /** Returns the problem for a missing revision. */
    public static ProblemException revision(RevisionId id) {
        return problem(
                new Text("%s 的 %s 年度报告没有第 %s 版", "The report of %s for %s has no revision %s"),
                id.agency(),
                id.year(),
                id.revision());
    }

    private static ProblemException problem(Text detail, Object... arguments) {
        return new ProblemException(ProblemType.UNKNOWN_REPORT, detail.with(arguments));
    }
}
