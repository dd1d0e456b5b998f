package org.gongkai.filing.revalidation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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

/** The command {@code revalidate}: has a running service check its stored reports, and waits for the end of the run. */
@Command(name = "revalidate")
public final class RevalidateCommand implements Callable<Integer> {

    private static final String PATH = "api/v1/revalidations";
    private static final long POLL_MILLIS = 500;
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    private static final Text PROGRESS = new Text("第 %s 次复核：%s / %s 份", "Revalidation %s: %s of %s reports");
    private static final Text ENDED = new Text("第 %s 次复核：%s", "Revalidation %s: %s");
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("rule", new Text("规则", "rule")),
            new ResultColumn("added", new Text("新增", "added")),
            new ResultColumn("removed", new Text("消除", "removed")));

    @Mixin
    private GeneralOptions general;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private OutputOptions output;

    @Option(names = "--year", paramLabel = "YEAR")
    private List<Integer> years;

    @Option(names = "--district", paramLabel = "CODE")
    private String district;

    /** Prints the changes by rule. Returns 0 if all reports were checked; otherwise 1. */
    @Override
    public Integer call() throws JsonProcessingException, InterruptedException {
        ServiceClient client = service.client();
        try {
            JsonNode run = ended(client, start(client));
            print(run);
            return run.path("state").asText().equals(RevalidationState.DONE.name())
                    ? ExitCode.SUCCESS
                    : ExitCode.INCOMPLETE;
        } catch (ServiceClient.Unreachable e) {
            throw new CommandFailure(e.reason());
        }
    }

    private JsonNode start(ServiceClient client)
            throws JsonProcessingException, ServiceClient.Unreachable, InterruptedException {
        byte[] body = JsonMapper.builder().build().writeValueAsBytes(new RevalidationRequest(years, district));
        return body(client.post(PATH, "application/json", body), ACCEPTED);
    }

    /** Waits for the end of a run, and prints a line whenever more reports have been checked. */
    private JsonNode ended(ServiceClient client, JsonNode started)
            throws ServiceClient.Unreachable, InterruptedException {
        JsonNode run = started;
        progress(run);
        while (run.path("state").asText().equals(RevalidationState.RUNNING.name())) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            JsonNode next = body(client.get(PATH + "/" + run.path("id").asLong()), OK);
            if (next.path("checked").asLong() != run.path("checked").asLong()) {
                progress(next);
            }
            run = next;
        }
        output.progress(ENDED.with(run.path("id").asText(), run.path("state").asText()));
        return run;
    }

    private static JsonNode body(Reply reply, int expected) {
        if (reply.status() != expected) {
            throw new CommandFailure(reply.problem());
        }
        return reply.body();
    }

    private void progress(JsonNode run) {
        output.progress(PROGRESS.with(
                run.path("id").asText(),
                run.path("checked").asText(),
                run.path("total").asText()));
    }

    private void print(JsonNode run) {
        try (Results results = output.results(COLUMNS)) {
            run.path("rules")
                    .forEach(rule -> results.add(
                            rule.path("rule").asText(),
                            rule.path("added").asLong(),
                            rule.path("removed").asLong()));
        }
    }
}
