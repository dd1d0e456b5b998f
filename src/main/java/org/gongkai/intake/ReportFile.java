package org.gongkai.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Situation;
import org.gongkai.rules.book.ReportCheck;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.text.Text;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.carrier.DocumentType;

/**
 * A report in a file: as JSON, alone or as item of a batch, or as a published document.
 *
 * @param name the name for the user
 * @param year the report year; empty if it is unknown
 * @param report the report; a missing node if the file holds none
 * @param fault the reason why the file holds no report; empty if it does
 */
record ReportFile(String name, Optional<Integer> year, JsonNode report, Optional<Text> fault) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Text NO_JSON =
            new Text("不是合法的 JSON，此处之后未核对：%s", "No valid JSON; nothing after this place was checked: %s");
    private static final Text EMPTY = new Text("文件中没有报告", "The file holds no report");
    private static final Text NO_TEXT = new Text("编码不是 UTF-8", "The encoding is not UTF-8");
    private static final Text NO_YEAR =
            new Text("不知道报告年度，请用 --year 指定", "The report year is unknown; name it with --year");
    private static final Text NO_FORM = new Text("%s 年度没有规定的格式", "No form covers the year %s");

    /**
     * Returns the reports in files and folders.
     *
     * @param given the report year of reports that do not say it; {@code null} if the user has named none
     */
    static List<ReportFile> in(List<Path> sources, Integer given) throws IOException {
        List<ReportFile> reports = new ArrayList<>();
        for (SourceFile file : SourceFile.in(sources, ReportFile::isReport)) {
            try {
                add(reports, file, given);
            } catch (UnreadableFile e) {
                reports.add(faulty(file.name(), e.reason()));
            }
        }
        return reports;
    }

    private static void add(List<ReportFile> reports, SourceFile file, Integer given) throws IOException {
        byte[] content = file.content().bytes();
        if (isJson(file, content)) {
            addJson(reports, file.name(), content, given);
        } else {
            reports.add(ofDocument(file, content, given));
        }
    }

    private static boolean isReport(String name) {
        return isJson(name) || DocumentType.ofFile(name).isPresent();
    }

    private static boolean isJson(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(".json", ".ndjson", ".jsonl").anyMatch(lower::endsWith);
    }

    /** Returns whether a file holds JSON; without a name, its first character tells. */
    private static boolean isJson(SourceFile file, byte[] content) {
        return file.name().equals(SourceFile.STANDARD_INPUT)
                ? utf8(content)
                        .map(String::strip)
                        .filter(text -> text.isEmpty() || text.startsWith("{") || text.startsWith("["))
                        .isPresent()
                : isJson(file.name());
    }

    /** Decodes JSON. The service accepts no other encoding, and no byte order mark either. */
    private static Optional<String> utf8(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Adds each report in a file: one, several in an array, or several one after the other. */
    private static void addJson(List<ReportFile> reports, String name, byte[] content, Integer given)
            throws IOException {
        if (content.length > Transcriber.MAX_BYTES) {
            reports.add(faulty(name, FileReading.TOO_LARGE.with(Transcriber.MAX_BYTES)));
            return;
        }
        Optional<String> text = utf8(content);
        if (text.isEmpty()) {
            reports.add(faulty(name, NO_TEXT));
            return;
        }
        List<ReportFile> inFile = new ArrayList<>();
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(text.get())) {
            while (values.hasNextValue()) {
                JsonNode item = values.nextValue();
                inFile.add(ofJson(numbered(name, inFile.size()), item, given));
            }
        } catch (JsonProcessingException e) {
            inFile.add(faulty(numbered(name, inFile.size()), NO_JSON.with(position(e))));
        }
        reports.addAll(inFile.isEmpty() ? List.of(faulty(name, EMPTY)) : inFile);
    }

    /** Returns the name of a report in a file: that of the file for the first one, with a number for the others. */
    private static String numbered(String name, int before) {
        return before == 0 ? name : name + "#" + (before + 1);
    }

    private static String position(JsonProcessingException e) {
        return e.getLocation() == null
                ? e.getOriginalMessage()
                : "%s (%d:%d)"
                        .formatted(
                                e.getOriginalMessage(),
                                e.getLocation().getLineNr(),
                                e.getLocation().getColumnNr());
    }

    private static ReportFile ofJson(String name, JsonNode json, Integer given) {
        return json.has("report")
                ? new ReportFile(
                        name,
                        Optional.of(json.path("year"))
                                .filter(JsonNode::canConvertToInt)
                                .map(JsonNode::intValue)
                                .or(() -> Optional.ofNullable(given)),
                        json.get("report"),
                        Optional.empty())
                : new ReportFile(name, Optional.ofNullable(given), json, Optional.empty());
    }

    private static ReportFile ofDocument(SourceFile file, byte[] document, Integer given) {
        FileReading reading = FileReading.of(file, document);
        return reading.transcript()
                .map(transcript -> new ReportFile(
                        file.name(),
                        Optional.ofNullable(given).or(transcript::year),
                        transcript.report(),
                        Optional.empty()))
                .orElseGet(() -> faulty(file.name(), reading.reason().orElseThrow()));
    }

    private static ReportFile faulty(String name, Text fault) {
        return new ReportFile(name, Optional.empty(), JSON.missingNode(), Optional.of(fault));
    }

    /**
     * Checks the report.
     *
     * @param lastYear the report of the year before; empty if it is unknown
     * @return the findings, the errors first; without errors, the warnings as well
     */
    List<Finding> check(Optional<Contents> lastYear) {
        Optional<Text> unusable = unusable();
        if (unusable.isPresent()) {
            return List.of(Finding.ofShape("", null, unusable.get()));
        }
        ReportCheck check = checkAlone();
        return check.findings().isEmpty()
                ? RuleBook.of(check.contents().form())
                        .remarks(Situation.alone(check.contents())
                                .after(lastYear.stream().toList()))
                : check.findings();
    }

    /** Returns the contents of a report without errors in its shape; empty for others. */
    Optional<Contents> contents() {
        if (unusable().isPresent()) {
            return Optional.empty();
        }
        ReportCheck check = checkAlone();
        return check.findings().stream().anyMatch(finding -> finding.rule().equals(Finding.SHAPE))
                ? Optional.empty()
                : Optional.of(check.contents());
    }

    private ReportCheck checkAlone() {
        return ReportCheck.of(year.orElseThrow(), form().orElseThrow(), report);
    }

    private Optional<Text> unusable() {
        if (fault.isPresent()) {
            return fault;
        }
        if (year.isEmpty()) {
            return Optional.of(NO_YEAR);
        }
        return form().isEmpty() ? Optional.of(NO_FORM.with(year.get())) : Optional.empty();
    }

    private Optional<Form> form() {
        return year.flatMap(Forms::of);
    }
}
