package org.gongkai.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.gongkai.commandline.ExitCode;
import org.gongkai.commandline.OutputOptions;
import org.gongkai.commandline.ResultColumn;
import org.gongkai.commandline.Results;
import org.gongkai.commandline.ServiceClient;
import org.gongkai.commandline.ServiceClient.Reply;
import org.gongkai.text.Text;

/** The run of {@code import --compare}: it compares documents with the reports in force of a service. */
final class ComparisonRun {

    private static final Text PROGRESS = new Text("[%s/%s] %s：%s", "[%s/%s] %s: %s");
    private static final Text SAME = new Text("与第 %s 版一致", "the same as revision %s");
    private static final Text DIFFERENT = new Text("与第 %s 版有 %s 处不同", "%2$s difference(s) from revision %1$s");
    private static final Text NOTHING_STORED = new Text(
            "未能比较：没有识别出机关和年度，或者没有生效的报告",
            "not compared: the agency and the year were not recognized, or no report is in force");
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("file", new Text("文件", "file")),
            new ResultColumn("agency", new Text("机关", "agency")),
            new ResultColumn("year", new Text("年度", "year")),
            new ResultColumn("pointer", new Text("路径", "pointer")),
            new ResultColumn("cell", new Text("位置", "cell")),
            new ResultColumn("published", new Text("公布", "published")),
            new ResultColumn("stored", new Text("已报送", "stored")));

    private final ServiceClient client;
    private final OutputOptions output;

    ComparisonRun(ServiceClient client, OutputOptions output) {
        this.client = client;
        this.output = output;
    }

    /** Compares the files. Returns 0 if all were read and compared, without any difference; otherwise 1. */
    int run(List<SourceFile> files) throws IOException, InterruptedException {
        boolean same = true;
        try (Results results = output.results(COLUMNS)) {
            for (int index = 0; index < files.size(); index++) {
                FileReading reading = FileReading.of(files.get(index));
                Compared compared = compare(reading, results);
                output.progress(PROGRESS.with(index + 1, files.size(), reading.name(), compared.sentence));
                same &= compared.isSame && reading.isComplete();
            }
        }
        return same ? ExitCode.SUCCESS : ExitCode.INCOMPLETE;
    }

    /**
     * The result for a file.
     *
     * @param isSame whether it was compared, without any difference
     * @param sentence the result for people
     */
    private record Compared(boolean isSame, Text sentence) {}

    private Compared compare(FileReading reading, Results results) throws InterruptedException {
        if (reading.transcript().isEmpty()) {
            return new Compared(false, reading.reason().orElseThrow());
        }
        try {
            Reply reply = client.post(
                    "api/v1/documents?compare=true",
                    reading.type().orElseThrow().type(),
                    reading.document());
            return reply.status() == 200
                    ? compared(reading.name(), reply.body(), results)
                    : new Compared(false, reply.problem());
        } catch (ServiceClient.Unreachable e) {
            return new Compared(false, e.reason());
        }
    }

    private static Compared compared(String file, JsonNode imported, Results results) {
        JsonNode differences = imported.path("differences");
        String revision = imported.path("comparedWith").asText();
        if (differences.isMissingNode()) {
            return new Compared(false, NOTHING_STORED);
        }
        differences.forEach(difference -> results.add(
                file,
                imported.path("agency").asText(),
                imported.path("year").asInt(),
                difference.path("pointer").asText(),
                difference.path("cell").asText(),
                difference.path("published").asText(),
                difference.path("stored").asText()));
        return differences.isEmpty()
                ? new Compared(true, SAME.with(revision))
                : new Compared(false, DIFFERENT.with(revision, differences.size()));
    }
}
