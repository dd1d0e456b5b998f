package org.gongkai.intake;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gongkai.commandline.CommandLines;
import org.gongkai.commandline.ExitCode;
import org.gongkai.commandline.GeneralOptions;
import org.gongkai.commandline.OutputOptions;
import org.gongkai.commandline.ResultColumn;
import org.gongkai.commandline.Results;
import org.gongkai.commandline.ServiceClient;
import org.gongkai.commandline.ServiceOptions;
import org.gongkai.commandline.WrongUsage;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.text.Text;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.table.Issue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code import}: extracts reports from files and, on request, sends them to a service. */
@Command(name = "import")
public final class ImportCommand implements Callable<Integer> {

    private static final ObjectWriter JSON = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
    private static final Text NEEDS = new Text("%s 须与 %s 同时使用", "%s requires %s");
    private static final Text ONE_TASK =
            new Text("--submit、--compare 和 --coverage 只能使用其中一个", "Use only one of --submit, --compare and --coverage");
    private static final Text PARTLY_READ = new Text("只识别了一部分", "partly read");
    private static final Text PROGRESS = new Text("[%s/%s] %s：%s", "[%s/%s] %s: %s");
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("file", new Text("文件", "file")),
            new ResultColumn("agency", new Text("机关", "agency")),
            new ResultColumn("year", new Text("年度", "year")),
            new ResultColumn("form", new Text("格式", "form")),
            new ResultColumn("figures", new Text("已识别数字", "figures")),
            new ResultColumn("issues", new Text("问题", "issues")),
            new ResultColumn("toReview", new Text("待核对", "to review")),
            new ResultColumn("errors", new Text("错误", "errors")),
            new ResultColumn("status", new Text("结果", "result")),
            new ResultColumn("detail", new Text("说明", "detail")));

    @Spec
    private CommandSpec spec;

    @Mixin
    private GeneralOptions general;

    @Mixin
    private OutputOptions output;

    @Mixin
    private ServiceOptions service;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "documents")
    private List<Path> sources;

    @Option(names = "--json", paramLabel = "DIR")
    private Path json;

    @Option(names = "--submit")
    private boolean submit;

    @Option(names = "--compare")
    private boolean compare;

    @Mixin
    private CoverageRun coverage;

    @Option(names = "--accept-guesses")
    private boolean acceptGuesses;

    @Option(names = "--resume", paramLabel = "FILE")
    private Path resume;

    @Option(names = "--change-reason", paramLabel = "TEXT")
    private String changeReason;

    @Option(names = "--approved-by", paramLabel = "NAME")
    private String approvedBy;

    /** Imports the files. Returns 0 if everything was read and, on request, stored; otherwise 1. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        checkOptions();
        List<SourceFile> files =
                SourceFile.in(sources, name -> DocumentType.ofFile(name).isPresent());
        if (coverage.isWanted()) {
            return coverage.run(files, output, CommandLines.language(spec.commandLine()));
        }
        if (compare) {
            return new ComparisonRun(service.client(), output).run(files);
        }
        return submit ? submitAll(files) : importAll(files, null, null);
    }

    private int submitAll(List<SourceFile> files) throws IOException, InterruptedException {
        ServiceClient client = service.client();
        try (SendRecord sent = resume == null ? null : SendRecord.open(resume, client.service())) {
            SubmissionNotes notes = new SubmissionNotes(changeReason, approvedBy);
            return importAll(files, new ReportSender(client, acceptGuesses, notes), sent);
        }
    }

    private void checkOptions() {
        require(submit, "--submit", "--accept-guesses", "--resume", "--change-reason", "--approved-by");
        require(submit || compare, "--submit", "--to", "--token-file");
        require(coverage.isWanted(), "--coverage", "--xlsx", "--registry", "--propose-agencies");
        if (Stream.of(submit, compare, coverage.isWanted())
                        .filter(Boolean::booleanValue)
                        .count()
                > 1) {
            throw new WrongUsage(spec.commandLine(), ONE_TASK);
        }
    }

    private void require(boolean used, String task, String... options) {
        Stream.of(options)
                .filter(option -> !used && spec.commandLine().getParseResult().hasMatchedOption(option))
                .findFirst()
                .ifPresent(option -> {
                    throw new WrongUsage(spec.commandLine(), NEEDS.with(option, task));
                });
    }

    private int importAll(List<SourceFile> files, ReportSender sender, SendRecord sent)
            throws IOException, InterruptedException {
        boolean complete = true;
        try (Results results = output.results(COLUMNS)) {
            for (int index = 0; index < files.size(); index++) {
                FileReading reading = FileReading.of(files.get(index));
                ImportOutcome outcome = outcome(reading, sender, sent);
                write(reading);
                add(results, reading, outcome);
                output.progress(PROGRESS.with(index + 1, files.size(), reading.name(), outcome.sentence()));
                reading.issuesToReview().forEach(issue -> output.progress(remark(issue)));
                complete &= outcome.status().isDone();
            }
        }
        return complete ? ExitCode.SUCCESS : ExitCode.INCOMPLETE;
    }

    private ImportOutcome outcome(FileReading reading, ReportSender sender, SendRecord sent)
            throws IOException, InterruptedException {
        if (reading.transcript().isEmpty()) {
            return new ImportOutcome(ImportStatus.UNREADABLE, reading.reason().orElseThrow());
        }
        if (sender == null) {
            return ImportOutcome.of(reading.isComplete() ? ImportStatus.READ : ImportStatus.PARTLY_READ);
        }
        if (!reading.isComplete()) {
            return new ImportOutcome(ImportStatus.NOT_SENT, PARTLY_READ);
        }
        if (!reading.issuesToReview().isEmpty() && !acceptGuesses) {
            return new ImportOutcome(ImportStatus.NOT_SENT, ReportSender.REVIEW);
        }
        return sent == null ? sender.send(reading) : sendOnce(reading, sender, sent);
    }

    private static ImportOutcome sendOnce(FileReading reading, ReportSender sender, SendRecord sent)
            throws IOException, InterruptedException {
        if (sent.contains(reading.document())) {
            return ImportOutcome.of(ImportStatus.STORED_BEFORE);
        }
        ImportOutcome outcome = sender.send(reading);
        if (outcome.status() == ImportStatus.STORED) {
            sent.add(reading, outcome);
        }
        return outcome;
    }

    private void write(FileReading reading) throws IOException {
        if (json != null && reading.transcript().isPresent()) {
            Path target = json.resolve(reading.name() + ".json");
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(
                    target, JSON.writeValueAsString(reading.transcript().get().report()) + "\n");
        }
    }

    private static void add(Results results, FileReading reading, ImportOutcome outcome) {
        Optional<Transcript> transcript = reading.transcript();
        results.add(
                reading.name(),
                transcript.flatMap(Transcript::agencyName).orElse(null),
                transcript.flatMap(Transcript::year).orElse(null),
                transcript.map(found -> found.form().name()).orElse(null),
                transcript.map(found -> reading.figures()).orElse(null),
                reading.issues().size(),
                reading.issuesToReview().size(),
                reading.errors(),
                outcome.status(),
                outcome.detail());
    }

    private static Text remark(Issue issue) {
        Text place = Text.of("  " + issue.kind() + " " + (issue.pointer().isEmpty() ? "-" : issue.pointer()));
        return new Text("%s %s", "%s %s").with(place, issue.detail());
    }
}
