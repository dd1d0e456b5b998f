package org.gongkai.filing.certification;

import java.util.Arrays;
import java.util.Optional;
import org.gongkai.text.Text;

/** The cases of a certification run, in the order in which a vendor goes through them. */
public enum TestCase {
    VALIDATED(new Text("试校验（不保存）", "Validate a report without storing it"), "POST /api/v1/validations"),
    ACCEPTED(new Text("报送正确的报告，自动生效", "Submit a correct report, which comes into force"), Calls.SUBMIT),
    SHAPE_REFUSED(new Text("缺项、多项或格式有误，被拒绝", "Have a report with a missing or wrong member refused"), Calls.SUBMIT),
    BALANCE_REFUSED(new Text("表三收办不平衡，被拒绝", "Have unbalanced requests in table 3 refused"), Calls.SUBMIT, "T3-BALANCE"),
    OUTCOMES_REFUSED(
            new Text("表三办理结果合计有误，被拒绝", "Have a wrong sum of outcomes in table 3 refused"), Calls.SUBMIT, "T3-OUTCOMES"),
    ROW_TOTAL_REFUSED(
            new Text("表三横向合计有误，被拒绝", "Have a wrong row total in table 3 refused"), Calls.SUBMIT, "T3-ROW-TOTAL"),
    DISPUTES_REFUSED(new Text("表四合计有误，被拒绝", "Have a wrong total in table 4 refused"), Calls.SUBMIT, "T4-TOTAL"),
    WARNED(new Text("收到提示，报告待审核", "Receive a warning about a report that waits"), Calls.SUBMIT),
    EXPLAINED(
            new Text("说明提示的理由，报告生效", "Explain every warning, so that the report comes into force"),
            "POST /api/v1/reports/{agency}/{year}/explanations"),
    UNCHANGED(new Text("内容相同再次报送，不产生新版本", "Submit the same content again, which makes no revision"), Calls.SUBMIT),
    REASON_MISSING(new Text("更正未说明理由，被拒绝", "Have a correction without a reason refused"), Calls.SUBMIT),
    CORRECTED(new Text("说明理由更正已生效的报告", "Correct a report in force, with a reason"), Calls.SUBMIT + "?changeReason="),
    LOST_UPDATE(
            new Text("If-Match 已过时，被拒绝（412）", "Have a submission with an old If-Match refused (412)"), Calls.SUBMIT),
    WRONG_YEAR(new Text("年度尚未结束，被拒绝", "Have a report on a year that is not over refused"), Calls.SUBMIT),
    WITHDRAWN(
            new Text("撤回待审核的版本", "Withdraw a revision that waits"),
            "DELETE /api/v1/reports/{agency}/{year}/revisions/{revision}"),
    NIL_RETURNED(new Text("零报告", "Submit a nil return"), Calls.SUBMIT + "?nil=true"),
    NIL_REFUSED(
            new Text("声明零报告而数据不为零，被拒绝", "Have a nil return with figures refused"),
            Calls.SUBMIT + "?nil=true",
            "NIL-RETURN"),
    BATCH_PARTIAL(
            new Text("批量报送中正确的已保存、有误的被拒绝", "Submit a batch of which some items are stored and some refused"),
            "POST /api/v1/reports?mode=partial"),
    BATCH_ATOMIC(new Text("整批保存", "Submit a batch that is stored as a whole"), Calls.ATOMIC),
    BATCH_ABORTED(new Text("有一条有误，整批未保存", "Submit a batch that is refused as a whole"), Calls.ATOMIC),
    REPEATED(
            new Text("以同一幂等键重试，得到首次的结果", "Repeat a request with its Idempotency-Key, and get the first answer"),
            "Idempotency-Key");

    /** The operations of several cases. A constant of the enum cannot name another field of it. */
    private static final class Calls {

        private static final String SUBMIT = "PUT /api/v1/reports/{agency}/{year}";
        private static final String ATOMIC = "POST /api/v1/reports?mode=atomic";
    }

    private final Text title;
    private final String call;
    private final String rule;

    TestCase(Text title, String call) {
        this(title, call, null);
    }

    TestCase(Text title, String call, String rule) {
        this.title = title;
        this.call = call;
        this.rule = rule;
    }

    public Text title() {
        return title;
    }

    /** Returns the request that shows it. */
    public String call() {
        return call;
    }

    /** Returns the case that a refusal by a rule shows. */
    public static Optional<TestCase> ofRule(String rule) {
        return Arrays.stream(values()).filter(shown -> rule.equals(shown.rule)).findFirst();
    }
}
