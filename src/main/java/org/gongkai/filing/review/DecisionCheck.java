package org.gongkai.filing.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.filing.revision.CellComment;
import org.gongkai.form.Form;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Reason;
import org.gongkai.text.Text;

/** Checks the members of a decision. */
final class DecisionCheck {

    private static final Text NO_SUCH_PLACE = new Text(
            "报告格式中没有这个位置；应为单元格、行或部分的指针，如 /requests/newlyReceived/total",
            "The form has no such place; must be the pointer of a cell, a row or a section, such as"
                    + " /requests/newlyReceived/total");

    private static final Text TOO_MANY_COMMENTS = new Text(
                    "最多 %s 条，其余请写入总的意见",
                    "Must have at most %s entries; write the rest into the comment on the revision")
            .with(CellComment.MAX_NUMBER);

    private DecisionCheck() {}

    /** Returns the faults of a decision on a report on a form. */
    static List<Finding> faults(Form form, DecisionRequest request) {
        List<Finding> faults = new ArrayList<>();
        if (request.revision() == null) {
            faults.add(Finding.ofShape("/revision", null, new Text("缺少版次", "The number of the revision is missing")));
        }
        if (request.decision() == null) {
            faults.add(Finding.ofShape(
                    "/decision", null, new Text("应为 ACCEPT、RETURN 或 WITHDRAW", "Must be ACCEPT, RETURN or WITHDRAW")));
        }
        boolean isCommentRequired = request.decision() == Decision.RETURN || request.decision() == Decision.WITHDRAW;
        if (isCommentRequired || request.comment() != null) {
            Reason.check("/comment", request.comment()).ifPresent(faults::add);
        }
        if (request.reinstatesPrevious() && request.decision() != Decision.WITHDRAW) {
            faults.add(Finding.ofShape(
                    "/reinstatePrevious", null, new Text("只能与 WITHDRAW 一起使用", "Can only be used with WITHDRAW")));
        }
        comments(form, request, faults);
        return faults;
    }

    private static void comments(Form form, DecisionRequest request, List<Finding> faults) {
        List<CellComment> comments = request.commentsAtCells();
        if (!comments.isEmpty() && request.decision() == Decision.WITHDRAW) {
            faults.add(
                    Finding.ofShape("/comments", null, new Text("不能与 WITHDRAW 一起使用", "Cannot be used with WITHDRAW")));
        } else if (comments.size() > CellComment.MAX_NUMBER) {
            faults.add(Finding.ofShape("/comments", null, TOO_MANY_COMMENTS));
        } else {
            for (int index = 0; index < comments.size(); index++) {
                comment(form, "/comments/" + index, comments.get(index), faults);
            }
        }
    }

    private static void comment(Form form, String pointer, CellComment comment, List<Finding> faults) {
        if (comment == null) {
            faults.add(Finding.ofShape(
                    pointer,
                    null,
                    new Text("应为含 pointer、comment 的对象", "Must be an object with the members pointer and comment")));
            return;
        }
        if (Optional.ofNullable(comment.pointer()).flatMap(form::at).isEmpty()) {
            faults.add(Finding.ofShape(pointer + "/pointer", null, NO_SUCH_PLACE));
        }
        Reason.check(pointer + "/comment", comment.comment()).ifPresent(faults::add);
    }
}
