package org.gongkai.reminder.delivery;

import io.quarkus.mailer.Mail;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.text.BeijingTime;

/** Writes reminders as an office does, in Chinese. */
final class MailText {

    private static final String SUBJECT = "【催报】%s年度政府信息公开工作年度报告%s";

    private static final String TEXT = """
            %s：

                %s

                %s

                联系人、联系电话、电子邮箱如有变化，请告知政府信息公开工作主管部门。

            %s
            %s
            """;

    private static final String DEFAULT_SIGNATURE = "政府信息公开工作主管部门";

    /** The identifier of a mail is that of its reminder, so that a mail that was sent twice can be recognised. */
    private static final String MESSAGE_ID = "<reminder-%s@%s>";

    private MailText() {}

    /**
     * Writes a mail.
     *
     * @param today the current day
     * @param signature the name of the office
     * @param domain the domain of the sender
     */
    static Mail of(PendingMail mail, LocalDate today, Optional<String> signature, String domain) {
        String text = TEXT.formatted(
                mail.agency(),
                situation(mail, today),
                request(mail),
                signature.orElse(DEFAULT_SIGNATURE),
                BeijingTime.written(today).zh());
        return Mail.withText(mail.email(), SUBJECT.formatted(mail.year(), subject(mail)), text)
                .addHeader("Message-ID", MESSAGE_ID.formatted(mail.claim().reminder(), domain))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private static String subject(PendingMail mail) {
        return switch (mail.reason()) {
            case MISSING -> "报送提醒";
            case EXTENSION -> "延期报送提醒";
            case RETURNED -> "退回重报提醒";
            case WARNINGS -> "核对提示说明提醒";
        };
    }

    private static String situation(PendingMail mail, LocalDate today) {
        String deadline = BeijingTime.written(mail.deadline()).zh();
        String time = time(ChronoUnit.DAYS.between(today, mail.deadline()));
        return switch (mail.reason()) {
            case MISSING ->
                "根据《中华人民共和国政府信息公开条例》，贵单位应当在%s前（含当日）报送%s年度政府信息公开工作年度报告。截至目前尚未收到贵单位的报告，%s。"
                        .formatted(deadline, mail.year(), time);
            case EXTENSION ->
                "贵单位%2$s年度政府信息公开工作年度报告的报送期限已延至%1$s（含当日）。截至目前尚未收到贵单位的报告，%3$s。".formatted(deadline, mail.year(), time);
            case RETURNED ->
                "贵单位报送的%s年度政府信息公开工作年度报告（第%s版）已被退回，截至目前尚未重新报送。报送期限为%s，%s。"
                        .formatted(mail.year(), mail.revision(), deadline, time);
            case WARNINGS ->
                "贵单位报送的%s年度政府信息公开工作年度报告（第%s版）有%s条核对提示尚未说明。"
                        .formatted(mail.year(), mail.revision(), mail.openWarnings());
        };
    }

    private static String time(long daysLeft) {
        if (daysLeft == 0) {
            return "今天是最后一天";
        }
        return daysLeft > 0 ? "距期限还有%s天".formatted(daysLeft) : "已逾期%s天".formatted(-daysLeft);
    }

    private static String request(PendingMail mail) {
        return switch (mail.reason()) {
            case MISSING, EXTENSION -> "请抓紧报送。如已报送，请忽略本邮件。";
            case RETURNED -> "请根据审核意见修改后尽快重新报送。";
            case WARNINGS -> "请逐条核对：数据无误的，请说明原因；数据有误的，请更正后重新报送。";
        };
    }

    /** Returns the domain of an address. */
    static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1)
                .replace(">", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
