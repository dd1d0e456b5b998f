package org.gongkai.intake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.gongkai.transcription.page.DocumentType;
import org.gongkai.transcription.table.IssueKind;

/** Sends documents to a service, and then the reports that the service extracts from them. */
final class ReportSender {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofMinutes(2);

    /**
     * The result of sending a report.
     *
     * @param stored true if the service stored the report
     * @param message the message for the user
     */
    record Sent(boolean stored, String message) {}

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final URI service;
    private final String token;
    private final boolean acceptGuesses;

    ReportSender(URI service, Path tokenFile, boolean acceptGuesses) throws IOException {
        this.service = service;
        this.token = Files.readString(tokenFile).strip();
        this.acceptGuesses = acceptGuesses;
    }

    /** Sends a document, and then its report for the agency that the service recognized. */
    Sent send(SourceFile file) throws IOException, InterruptedException {
        DocumentType documentType = DocumentType.ofFile(file.name()).orElseThrow();
        HttpResponse<String> read =
                post("api/v1/documents", documentType.type(), HttpRequest.BodyPublishers.ofFile(file.path()));
        if (read.statusCode() != 200) {
            return refused(read.statusCode(), JSON.readTree(read.body()));
        }
        JsonNode imported = JSON.readTree(read.body());
        if (!imported.hasNonNull("agency") || !imported.hasNonNull("year")) {
            return new Sent(false, "not sent: no agency or several agencies are registered under this name");
        }
        Optional<String> guess = guess(imported);
        return guess.isPresent() && !acceptGuesses ? new Sent(false, guess.get()) : submit(imported);
    }

    /** Returns the message about an agency that was recognized by a short name; only the service can do that. */
    private static Optional<String> guess(JsonNode imported) {
        return StreamSupport.stream(imported.path("issues").spliterator(), false)
                .filter(issue -> issue.path("kind").asText().equals(IssueKind.GUESSED.name()))
                .filter(issue -> issue.path("pointer").asText().isEmpty())
                .map(issue -> "not sent: review it, then use --accept-guesses. "
                        + issue.path("detail").asText())
                .findFirst();
    }

    /** Submits the report as a batch of one, because the oversight office may submit a batch for any agency. */
    private Sent submit(JsonNode imported) throws IOException, InterruptedException {
        ObjectNode item = JSON.createObjectNode();
        item.set("agency", imported.get("agency"));
        item.set("year", imported.get("year"));
        item.set("report", imported.get("report"));
        HttpResponse<String> response = post(
                "api/v1/reports",
                "application/x-ndjson",
                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(item)));
        JsonNode line = JSON.readTree(response.body());
        if (response.statusCode() != 200 || line.path("status").asInt() > 201) {
            return refused(
                    line.path("status").asInt(), line.path("problem").isMissingNode() ? line : line.get("problem"));
        }
        JsonNode receipt = line.get("receipt");
        return new Sent(
                true,
                "%s %s revision %s, %s"
                        .formatted(
                                line.get("status").asText(),
                                imported.get("agency").asText(),
                                receipt.path("revision").asText(),
                                receipt.path("status").asText()));
    }

    private static Sent refused(int status, JsonNode problem) {
        return new Sent(
                false,
                status + " "
                        + problem.path("detail").asText(problem.path("title").asText()));
    }

    private HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(RESPONSE_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Accept-Language", "en")
                .POST(body)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
