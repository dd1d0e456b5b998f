package org.gongkai.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.gongkai.commandline.ExitCode;
import org.gongkai.commandline.OutputOptions;
import org.gongkai.commandline.ResultColumn;
import org.gongkai.commandline.Results;
import org.gongkai.text.Language;
import org.gongkai.text.Text;
import picocli.CommandLine.Option;

/** The options and the run of {@code import --coverage}: it reads files, sends nothing, and shows what they cover. */
final class CoverageRun {

    private static final Text PROGRESS = new Text("[%s/%s] %s", "[%s/%s] %s");
    private static final Text UNREGISTERED = new Text("清单中没有的机关：%s", "Not in the registry: %s");
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("agency", new Text("机关", "agency")),
            new ResultColumn("code", new Text("代码", "code")),
            new ResultColumn("year", new Text("年度", "year")),
            new ResultColumn("status", new Text("识别情况", "status")),
            new ResultColumn("figures", new Text("已识别数字", "figures")),
            new ResultColumn("lastYear", new Text("与上年矛盾", "against last year")),
            new ResultColumn("government", new Text("少于部门之和", "less than departments")),
            new ResultColumn("files", new Text("文件", "files")));

    @Option(names = "--coverage")
    private boolean wanted;

    @Option(names = "--xlsx", paramLabel = "FILE")
    private Path workbook;

    @Option(names = "--registry", paramLabel = "FILE")
    private Path registry;

    @Option(names = "--propose-agencies", paramLabel = "FILE")
    private Path proposals;

    boolean isWanted() {
        return wanted;
    }

    /** Reads the files. Returns 0 if all were read whole, and nothing contradicts anything; otherwise 1. */
    int run(List<SourceFile> files, OutputOptions output, Language language) throws IOException {
        AgencyNames names = registry == null ? new AgencyNames(List.of()) : AgencyNames.read(registry);
        Coverage coverage = new Coverage(names);
        for (int index = 0; index < files.size(); index++) {
            coverage.add(FileReading.of(files.get(index)));
            output.progress(
                    PROGRESS.with(index + 1, files.size(), files.get(index).name()));
        }
        List<CoverageLine> lines = coverage.lines();
        try (Results results = output.results(COLUMNS)) {
            lines.forEach(line -> results.add(values(line)));
        }
        if (registry != null) {
            coverage.unregistered().forEach(name -> output.progress(UNREGISTERED.with(name)));
        }
        write(lines, coverage, names, language);
        return lines.stream().allMatch(CoverageRun::isClean) ? ExitCode.SUCCESS : ExitCode.INCOMPLETE;
    }

    private void write(List<CoverageLine> lines, Coverage coverage, AgencyNames names, Language language)
            throws IOException {
        if (workbook != null) {
            Files.write(
                    workbook,
                    CoverageWorkbook.of(lines, COLUMNS, Clock.systemUTC().instant(), language));
        }
        if (proposals != null) {
            Files.writeString(proposals, AgencyProposals.csv(names, coverage.unregistered()), StandardCharsets.UTF_8);
        }
    }

    static Object[] values(CoverageLine line) {
        return new Object[] {
            line.agency(),
            line.code(),
            line.year(),
            line.status(),
            line.figures(),
            line.lastYear(),
            line.government(),
            line.files()
        };
    }

    private static boolean isClean(CoverageLine line) {
        return line.status() == CoverageStatus.READ
                && Objects.requireNonNullElse(line.lastYear(), 0) == 0
                && Objects.requireNonNullElse(line.government(), 0) == 0;
    }
}
