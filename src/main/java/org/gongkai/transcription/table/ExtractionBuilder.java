package org.gongkai.transcription.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.report.FilledForm;
import org.gongkai.text.Text;
import org.gongkai.transcription.place.Place;

/** Collects the numbers, texts, sources and issues while a document is read. */
public final class ExtractionBuilder {

    private final Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, PrintedValue> sources = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>();

    void number(Cell cell, BigDecimal number) {
        numbers.put(cell.pointer(), number);
    }

    public void text(String section, String text) {
        texts.put(section, text);
    }

    public void source(String pointer, String text, Place place) {
        sources.put(pointer, new PrintedValue(text, place));
    }

    /** Adds an issue about nothing that is printed at one place. */
    public void issue(String pointer, IssueKind kind, Text detail) {
        issue(pointer, kind, detail, Place.UNKNOWN);
    }

    public void issue(String pointer, IssueKind kind, Text detail, Place place) {
        issues.add(new Issue(pointer, kind, detail, place));
    }

    void issue(PrintedRow row, IssueKind kind, Text detail, Place place) {
        row.pointers().forEach(pointer -> issue(pointer, kind, detail, place));
    }

    public List<SourceReference> sources() {
        return sources.entrySet().stream()
                .map(source -> source(source.getKey(), source.getValue()))
                .toList();
    }

    private SourceReference source(String pointer, PrintedValue printed) {
        return new SourceReference(pointer, printed.text(), confidence(pointer), printed.place());
    }

    /** Returns how sure a number is, by the issues of its cell and of its row. */
    private Confidence confidence(String pointer) {
        return issues.stream()
                .filter(issue -> pointer.equals(issue.pointer()) || pointer.startsWith(issue.pointer() + "/"))
                .map(issue -> issue.kind().confidence())
                .reduce(Confidence.READ, Confidence::or);
    }

    public List<Issue> issues() {
        return List.copyOf(issues);
    }

    /** Returns the report. Numbers that were not read are left out. */
    public ObjectNode report(Form form) {
        ObjectNode report = FilledForm.of(form, cell -> numbers.getOrDefault(cell.pointer(), BigDecimal.ZERO));
        form.figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .filter(cell -> !numbers.containsKey(cell.pointer()))
                .forEach(cell -> remove(report, cell.pointer()));
        texts.forEach(report::put);
        return report;
    }

    private static void remove(ObjectNode report, String pointer) {
        int name = pointer.lastIndexOf('/');
        JsonNode parent = report.at(pointer.substring(0, name));
        ((ObjectNode) parent).remove(pointer.substring(name + 1));
    }
}
