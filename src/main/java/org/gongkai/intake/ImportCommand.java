package org.gongkai.intake;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.text.Language;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.table.Issue;

/** The command {@code import}: extracts reports from files and, on request, sends them to a service. */
public final class ImportCommand {

    /** The name of the command. */
    public static final String NAME = "import";

    private static final int SUCCESS = 0;
    private static final int INCOMPLETE = 1;
    private static final int WRONG_USAGE = 2;
    private static final int PROGRESS_EVERY = 25;
    private static final ObjectWriter JSON = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    private final ImportOptions options;
    private final PrintStream out;
    private final PrintStream progress;
    private final List<String> remarks = new ArrayList<>();
    private boolean complete = true;

    private ImportCommand(ImportOptions options, PrintStream out, PrintStream progress) {
        this.options = options;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Runs the command.
     *
     * @param arguments the arguments after its name
     * @param out for the table
     * @param err for progress and errors
     * @return 0 if everything was read and, on request, sent; 1 if something was not; 2 for wrong usage
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return new ImportCommand(ImportOptions.of(arguments), out, err).run();
        } catch (ImportOptions.WrongUsage e) {
            err.println(e.getMessage());
            err.println(ImportOptions.USAGE);
            return WRONG_USAGE;
        } catch (IOException e) {
            err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return INCOMPLETE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return INCOMPLETE;
        }
    }

    private int run() throws IOException, InterruptedException {
        List<SourceFile> files = SourceFile.in(options.sources());
        ReportSender sender = options.service().isEmpty()
                ? null
                : new ReportSender(options.service().get(), options.tokenFile().orElseThrow(), options.acceptGuesses());
        ImportTable table = new ImportTable("file", "agency", "year", "form", "figures", "issues", "errors", "result");
        for (int index = 0; index < files.size(); index++) {
            process(table, FileReading.of(files.get(index)), sender);
            if ((index + 1) % PROGRESS_EVERY == 0) {
                progress.printf("%d of %d%n", index + 1, files.size());
            }
        }
        table.print(out);
        remarks.forEach(out::println);
        return complete && !files.isEmpty() ? SUCCESS : INCOMPLETE;
    }

    private void process(ImportTable table, FileReading reading, ReportSender sender)
            throws IOException, InterruptedException {
        String result = result(reading, sender);
        Transcript transcript = reading.transcript().orElse(null);
        if (transcript == null) {
            table.add(reading.file().name(), "", "", "", "", "", "", result);
            return;
        }
        write(reading, transcript);
        reading.issuesToReview().forEach(issue -> remarks.add(remark(reading, issue)));
        table.add(
                reading.file().name(),
                transcript.agencyName().orElse("?"),
                transcript.year().map(String::valueOf).orElse("?"),
                transcript.form().name(),
                reading.figures(),
                "%d, %d to review"
                        .formatted(
                                reading.issues().size(),
                                reading.issuesToReview().size()),
                String.valueOf(reading.errors()),
                result);
    }

    private String result(FileReading reading, ReportSender sender) throws IOException, InterruptedException {
        if (reading.transcript().isEmpty()) {
            complete = false;
            return reading.reason().orElseThrow().en();
        }
        complete &= reading.isComplete();
        if (sender == null) {
            return reading.isComplete() ? "read" : "partly read";
        }
        if (!reading.isComplete() || !reading.issuesToReview().isEmpty() && !options.acceptGuesses()) {
            complete = false;
            return reading.isComplete() ? "not sent: review it, then use --accept-guesses" : "not sent: partly read";
        }
        ReportSender.Sent sent = sender.send(reading.file());
        complete &= sent.stored();
        return sent.message();
    }

    private void write(FileReading reading, Transcript transcript) throws IOException {
        if (options.json().isPresent()) {
            Path target = options.json().get().resolve(reading.file().name() + ".json");
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, JSON.writeValueAsString(transcript.report()) + "\n");
        }
    }

    private static String remark(FileReading reading, Issue issue) {
        return "%s: %s %s %s"
                .formatted(
                        reading.file().name(),
                        issue.kind(),
                        issue.pointer().isEmpty() ? "-" : issue.pointer(),
                        issue.detail().in(Language.EN));
    }
}
