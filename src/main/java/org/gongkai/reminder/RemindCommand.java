package org.gongkai.reminder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.commandline.CommandFailure;
import org.gongkai.commandline.ExitCode;
import org.gongkai.commandline.GeneralOptions;
import org.gongkai.commandline.OutputOptions;
import org.gongkai.commandline.ResultColumn;
import org.gongkai.commandline.Results;
import org.gongkai.commandline.ServiceClient;
import org.gongkai.commandline.ServiceClient.Reply;
import org.gongkai.commandline.ServiceOptions;
import org.gongkai.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code remind}: has a running service work out reminders and send them, and prints them. */
@Command(name = "remind")
public final class RemindCommand implements Callable<Integer> {

    private static final int OK = 200;
    private static final Text DUE = new Text(
            "%s 年度应催报 %s 件：将发邮件 %s 件、推送 %s 件，%s 件须电话或书面催报",
            "%s: %s reminders are due; %s mails and %s events would be sent, %s agencies are reached on no channel");
    private static final Text SENT = new Text(
            "%s 年度应催报 %s 件：本次发邮件 %s 件、推送 %s 件，%s 件须电话或书面催报",
            "%s: %s reminders are due; %s mails and %s events were sent now, %s agencies are reached on no channel");
    private static final Text CUT =
            new Text("只列出前 %s 件，全部内容见催报名单", "Only the first %s are listed; the letter list has all of them");
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("agency", new Text("机关代码", "agency")),
            new ResultColumn("name", new Text("机关", "name")),
            new ResultColumn("district", new Text("行政区划", "district")),
            new ResultColumn("reason", new Text("事由", "reason")),
            new ResultColumn("deadline", new Text("报送期限", "deadline")),
            new ResultColumn("daysLeft", new Text("剩余天数", "days left")),
            new ResultColumn("step", new Text("节点", "step")),
            new ResultColumn("contactPerson", new Text("联系人", "contact")),
            new ResultColumn("telephone", new Text("联系电话", "telephone")),
            new ResultColumn("email", new Text("电子邮箱", "e-mail")),
            new ResultColumn("mail", new Text("邮件", "mail")),
            new ResultColumn("webhook", new Text("推送", "webhook")));

    @Mixin
    private GeneralOptions general;

    @Mixin
    private OutputOptions output;

    @Mixin
    private ServiceOptions service;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    /** Prints the reminders that are due. Returns 0; a refusal of the service ends the command. */
    @Override
    public Integer call() throws InterruptedException {
        JsonNode run = run();
        try (Results results = output.results(COLUMNS)) {
            run.path("items").forEach(due -> add(results, due));
        }
        output.progress((dryRun ? DUE : SENT)
                .with(
                        number(run, "year"),
                        number(run, "due"),
                        number(run, "mails"),
                        number(run, "webhooks"),
                        number(run, "unreached")));
        int listed = run.path("items").size();
        if (listed < run.path("due").asInt()) {
            output.progress(CUT.with(listed));
        }
        return ExitCode.SUCCESS;
    }

    private JsonNode run() throws InterruptedException {
        String path = "api/v1/reminders?dryRun=" + dryRun + (year == null ? "" : "&year=" + year);
        try {
            Reply answer = service.client().post(path, "application/json", new byte[0]);
            if (answer.status() != OK) {
                throw new CommandFailure(answer.problem());
            }
            return answer.body();
        } catch (ServiceClient.Unreachable e) {
            throw new CommandFailure(e.reason());
        }
    }

    private static String number(JsonNode run, String member) {
        return run.path(member).asText();
    }

    private static void add(Results results, JsonNode due) {
        results.add(
                text(due.path("agency").path("code")),
                text(due.path("agency").path("name")),
                text(due.path("district").path("name")),
                text(due.path("reason")),
                text(due.path("deadline")),
                due.path("daysLeft").asInt(),
                due.path("step").asInt(),
                text(due.path("contactPerson")),
                text(due.path("telephone")),
                text(due.path("email")),
                text(due.path("mail")),
                text(due.path("webhook")));
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? null : value.asText();
    }
}
