package org.gongkai.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongkai.commandline.CommandFailure;
import org.gongkai.commandline.ExitCode;
import org.gongkai.commandline.GeneralOptions;
import org.gongkai.commandline.OutputOptions;
import org.gongkai.commandline.ResultColumn;
import org.gongkai.commandline.Results;
import org.gongkai.commandline.WrongUsage;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;
import org.gongkai.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code validate}: checks reports by the rules that need no service. It does not compare a report with
 * those of other agencies.
 */
@Command(name = "validate")
public final class ValidateCommand implements Callable<Integer> {

    private static final Text ONE_REPORT =
            new Text("--previous 只能用于一份报告", "--previous can only be used with one report");
    private static final Text NO_REPORT = new Text("%s：%s", "%s: %s");
    private static final Text PROGRESS = new Text("%s：%s 个错误，%s 个提示", "%s: %s error(s), %s warning(s)");
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("file", new Text("文件", "file")),
            new ResultColumn("year", new Text("年度", "year")),
            new ResultColumn("severity", new Text("级别", "severity")),
            new ResultColumn("rule", new Text("规则", "rule")),
            new ResultColumn("pointer", new Text("路径", "pointer")),
            new ResultColumn("cell", new Text("位置", "cell")),
            new ResultColumn("message", new Text("说明", "message")));

    @Spec
    private CommandSpec spec;

    @Mixin
    private GeneralOptions general;

    @Mixin
    private OutputOptions output;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "reports")
    private List<Path> sources;

    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Option(names = "--previous", paramLabel = "FILE")
    private Path previous;

    /** Checks the reports. Returns 0 if none has an error; otherwise 1. */
    @Override
    public Integer call() throws IOException {
        List<ReportFile> reports = ReportFile.in(sources, year);
        if (previous != null && reports.size() != 1) {
            throw new WrongUsage(spec.commandLine(), ONE_REPORT);
        }
        boolean valid = true;
        try (Results results = output.results(COLUMNS)) {
            for (ReportFile report : reports) {
                List<Finding> findings = report.check(lastYear(report));
                findings.forEach(finding -> add(results, report, finding));
                long errors = count(findings, Severity.ERROR);
                output.progress(PROGRESS.with(report.name(), errors, count(findings, Severity.WARNING)));
                valid &= errors == 0;
            }
        }
        return valid ? ExitCode.SUCCESS : ExitCode.INCOMPLETE;
    }

    /** Returns the report of the year before, if the user has named it and it can be read. */
    private Optional<Contents> lastYear(ReportFile report) throws IOException {
        if (previous == null || report.year().isEmpty()) {
            return Optional.empty();
        }
        ReportFile found =
                ReportFile.in(List.of(previous), report.year().get() - 1).get(0);
        return Optional.of(found.contents()
                .orElseThrow(() -> new CommandFailure(NO_REPORT.with(
                        previous, found.check(Optional.empty()).get(0).message()))));
    }

    private static void add(Results results, ReportFile report, Finding finding) {
        results.add(
                report.name(),
                report.year().orElse(null),
                finding.severity(),
                finding.rule(),
                finding.pointer(),
                finding.cell(),
                finding.message());
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
