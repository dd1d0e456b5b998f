package org.gongkai.rules.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongkai.form.Form;
import org.gongkai.report.ReportHead;
import org.gongkai.rules.Finding;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/**
 * Checks the members that say which report it is, and on which form. A report need not have them, and some clients write
 * null then. The name of the agency is for readers and is not compared, because names change.
 */
final class HeadCheck {

    private final JsonNode content;
    private final List<Finding> findings = new ArrayList<>();

    private HeadCheck(JsonNode content) {
        this.content = content;
    }

    /** Returns whether a report may have a member that is not part of its content. */
    static boolean isMember(String name) {
        return name.equals(Form.NAME_MEMBER) || ReportHead.MEMBERS.contains(name);
    }

    /**
     * Returns the findings about these members.
     *
     * @param agency code of the agency of the report; empty if it is unknown
     */
    static List<Finding> of(int year, Form form, Optional<String> agency, JsonNode content) {
        HeadCheck check = new HeadCheck(content);
        check.agency(agency);
        check.demand(
                ReportHead.AGENCY_NAME,
                JsonNode::isTextual,
                new Text("应为机关名称，或省略此项", "Must be the name of the agency, or omitted"));
        check.demand(
                ReportHead.YEAR,
                value -> value.isIntegralNumber() && value.asLong() == year,
                new Text("这是 %s 年的报告：应为 %s，或省略此项", "This is a report on %s: must be %s, or omitted").with(year, year));
        check.demand(
                ReportHead.REVISION,
                value -> value.isIntegralNumber() && value.canConvertToInt() && value.asInt() > 0,
                new Text("应为版本号，或省略此项", "Must be the number of a revision, or omitted"));
        check.demand(
                Form.NAME_MEMBER,
                value -> form.name().equals(value.textValue()),
                new Text(
                                "本年度的报告使用%s的表式：应为“%s”，或省略此项",
                                "A report on this year is on the form of %s: must be \"%s\", or omitted")
                        .with(form.notice(), form.name()));
        return check.findings;
    }

    private void agency(Optional<String> agency) {
        agency.ifPresentOrElse(
                code -> demand(
                        ReportHead.AGENCY,
                        value -> code.equals(value.textValue()),
                        new Text(
                                        "这是机关 %s 的报告：应为“%s”，或省略此项",
                                        "This is a report of the agency %s: must be \"%s\", or omitted")
                                .with(code, code)),
                () -> demand(
                        ReportHead.AGENCY,
                        JsonNode::isTextual,
                        new Text("应为机关代码，或省略此项", "Must be the code of the agency, or omitted")));
    }

    private void demand(String member, Predicate<JsonNode> holds, Text message) {
        JsonNode value = content.get(member);
        if (value != null && !value.isNull() && !holds.test(value)) {
            findings.add(Finding.ofShape(Pointers.step(member), null, message));
        }
    }
}
