package org.gongkai.reminder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.publication.layout.Appendix.Column;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.Part;
import org.gongkai.reminder.due.ChannelState;
import org.gongkai.reminder.due.DueReminder;
import org.gongkai.reminder.due.DueScope;
import org.gongkai.reminder.due.ReminderReason;
import org.gongkai.text.BeijingTime;

/** The agencies to which the office has to write or to phone, as a document in Chinese: one part for each reason. */
final class LetterList {

    private static final List<Column> COLUMNS = List.of(
            new Column("序号", 2),
            new Column("机关", 8),
            new Column("行政区划", 4),
            new Column("联系人", 3),
            new Column("联系方式", 8),
            new Column("报送期限", 4),
            new Column("时间", 4),
            new Column("已催报", 4));

    private static final String NUMERALS = "一二三四";

    private LetterList() {}

    /**
     * Makes the document.
     *
     * @param due the reminders that are due
     * @param signature the name of the office
     */
    static OfficialDocument of(DueScope scope, List<DueReminder> due, Optional<String> signature) {
        List<Part> parts = new ArrayList<>();
        Arrays.stream(ReminderReason.values())
                .map(reason ->
                        due.stream().filter(one -> one.reason() == reason).toList())
                .filter(list -> !list.isEmpty())
                .forEach(list -> parts.add(part(parts.size(), list)));
        if (parts.isEmpty()) {
            parts.add(Part.ofList("part-1", "一、催报对象", "目前没有需要催报的单位。", COLUMNS, List.of()));
        }
        String title = scope.year() + "年度政府信息公开工作年度报告催报名单";
        return new OfficialDocument(title, note(scope, due, signature), scope.at(), parts, List.of());
    }

    private static String note(DueScope scope, List<DueReminder> due, Optional<String> signature) {
        long unreached = due.stream().filter(DueReminder::isUnreached).count();
        return "截至%s（北京时间），应催报 %s 件，其中 %s 件没有邮件或推送渠道，须电话或书面催报。%s"
                .formatted(
                        BeijingTime.toTheMinute(scope.at()),
                        due.size(),
                        unreached,
                        signature.map(office -> office + "。").orElse(""));
    }

    private static Part part(int index, List<DueReminder> list) {
        String heading =
                NUMERALS.charAt(index) + "、" + list.get(0).reason().label().zh() + "（" + list.size() + " 件）";
        List<List<Object>> lines = new ArrayList<>();
        list.forEach(one -> lines.add(line(lines.size() + 1, one)));
        return Part.ofList("part-" + (index + 1), heading, "", COLUMNS, lines);
    }

    private static List<Object> line(int number, DueReminder due) {
        return List.of(
                number,
                due.agency().name(),
                due.district().name(),
                Objects.requireNonNullElse(due.contactPerson(), ""),
                joined(due.telephone(), due.email()),
                due.deadline().toString(),
                time(due),
                reminded(due));
    }

    private static String joined(String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static String time(DueReminder due) {
        if (due.reason() == ReminderReason.WARNINGS) {
            return due.openWarnings() + " 条提示";
        }
        if (due.daysLeft() == 0) {
            return "今天到期";
        }
        return due.daysLeft() > 0 ? "还有 " + due.daysLeft() + " 天" : "逾期 " + -due.daysLeft() + " 天";
    }

    private static String reminded(DueReminder due) {
        if (due.isUnreached()) {
            return "无";
        }
        return Stream.of(label("邮件", due.mail()), label("推送", due.webhook()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("、"));
    }

    private static String label(String channel, ChannelState state) {
        return state == ChannelState.NONE ? "" : channel + state.label().zh();
    }
}
