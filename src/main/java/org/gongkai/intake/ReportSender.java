package org.gongkai.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.gongkai.commandline.ServiceClient;
import org.gongkai.commandline.ServiceClient.Reply;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.text.Text;
import org.gongkai.transcription.table.IssueKind;

/** Sends documents to a service, and then the reports that the service extracts from them. */
final class ReportSender {

    private static final Text UNKNOWN_AGENCY =
            new Text("没有机关或有多个机关登记为此名称", "no agency or several agencies are registered under this name");
    static final Text REVIEW = new Text("请先核对，无误后加 --accept-guesses", "review it, then use --accept-guesses");
    private static final Text REVIEW_BECAUSE = new Text("%s。%s", "%s. %s");
    private static final Text STORED = new Text("%s 第 %s 版，%s", "%s revision %s, %s");

    private final ServiceClient client;
    private final boolean acceptGuesses;
    private final SubmissionNotes notes;

    /**
     * Creates a sender.
     *
     * @param notes the remarks on every report
     */
    ReportSender(ServiceClient client, boolean acceptGuesses, SubmissionNotes notes) {
        this.client = client;
        this.acceptGuesses = acceptGuesses;
        this.notes = notes;
    }

    /** Sends a document, and then its report for the agency that the service recognized. */
    ImportOutcome send(FileReading reading) throws InterruptedException {
        try {
            Reply read =
                    client.post("api/v1/documents", reading.type().orElseThrow().type(), reading.document());
            return read.status() == 200 ? submit(read.body()) : new ImportOutcome(ImportStatus.REFUSED, read.problem());
        } catch (ServiceClient.Unreachable e) {
            return new ImportOutcome(ImportStatus.UNREACHABLE, e.reason());
        }
    }

    private ImportOutcome submit(JsonNode imported) throws ServiceClient.Unreachable, InterruptedException {
        if (!imported.hasNonNull("agency") || !imported.hasNonNull("year")) {
            return new ImportOutcome(ImportStatus.NOT_SENT, UNKNOWN_AGENCY);
        }
        Optional<Text> guess = guess(imported);
        if (guess.isPresent() && !acceptGuesses) {
            return new ImportOutcome(ImportStatus.NOT_SENT, REVIEW_BECAUSE.with(REVIEW, guess.get()));
        }
        return outcome(client.post("api/v1/reports", "application/x-ndjson", item(imported)));
    }

    /** Returns the message about an agency that was recognized by a short name; only the service can do that. */
    private static Optional<Text> guess(JsonNode imported) {
        return StreamSupport.stream(imported.path("issues").spliterator(), false)
                .filter(issue -> issue.path("kind").asText().equals(IssueKind.GUESSED.name()))
                .filter(issue -> issue.path("pointer").asText().isEmpty())
                .map(issue -> Text.of(issue.path("detail").asText()))
                .findFirst();
    }

    /** Returns a batch of one report, because the oversight office may submit a batch for any agency. */
    private byte[] item(JsonNode imported) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.set("agency", imported.get("agency"));
        item.set("year", imported.get("year"));
        item.set("report", imported.get("report"));
        Optional.ofNullable(notes.changeReason()).ifPresent(reason -> item.put("changeReason", reason));
        Optional.ofNullable(notes.approvedBy()).ifPresent(name -> item.put("approvedBy", name));
        return item.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ImportOutcome outcome(Reply answer) {
        JsonNode line = answer.body();
        if (answer.status() != 200) {
            return new ImportOutcome(ImportStatus.REFUSED, answer.problem());
        }
        int status = line.path("status").asInt();
        if (status > 201) {
            return new ImportOutcome(ImportStatus.REFUSED, Reply.problem(status, line.path("problem")));
        }
        JsonNode receipt = line.path("receipt");
        return new ImportOutcome(
                ImportStatus.STORED,
                STORED.with(
                        line.path("agency").asText(),
                        receipt.path("revision").asText(),
                        receipt.path("status").asText()));
    }
}
