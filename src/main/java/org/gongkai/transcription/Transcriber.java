package org.gongkai.transcription;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;
import org.gongkai.form.statutory.Forms;
import org.gongkai.text.Text;
import org.gongkai.transcription.page.DocumentType;
import org.gongkai.transcription.page.Encoding;
import org.gongkai.transcription.page.Excerpt;
import org.gongkai.transcription.page.HtmlPage;
import org.gongkai.transcription.page.Line;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.PlainText;
import org.gongkai.transcription.page.Sections;
import org.gongkai.transcription.page.Title;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;
import org.gongkai.transcription.page.WordFile;
import org.gongkai.transcription.table.DisputesReader;
import org.gongkai.transcription.table.Entries;
import org.gongkai.transcription.table.Entry;
import org.gongkai.transcription.table.ExtractionBuilder;
import org.gongkai.transcription.table.IssueKind;
import org.gongkai.transcription.table.PrintedTable;
import org.gongkai.transcription.table.RequestsTable;
import org.gongkai.transcription.table.RowMatcher;
import org.gongkai.transcription.table.RowReader;
import org.gongkai.transcription.table.TableReader;

/** Reads documents. It opens nothing but the bytes it is given, and runs nothing that is in them. */
public final class Transcriber {

    /** Largest document, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int DISCLOSURE = 1;
    private static final int REQUESTS = 2;
    private static final int DISPUTES = 3;

    /** What makes a document a report: so many rows of tables two and three. */
    private static final int FEWEST_ROWS = 8;

    private final ParsedDocument parsedDocument;
    private final Sections sections;
    private final ExtractionBuilder extractionBuilder = new ExtractionBuilder();

    private Transcriber(ParsedDocument parsedDocument) {
        this.parsedDocument = parsedDocument;
        this.sections = parsedDocument.sections();
    }

    /**
     * Reads a document.
     *
     * @param document its bytes
     * @param documentType what kind of document it is
     * @param charset the encoding that came with it; {@code null} where none did, and for a kind that has its own
     * @throws UnreadableDocument when no report can be read out of it
     */
    public static Transcript transcribe(byte[] document, DocumentType documentType, String charset)
            throws UnreadableDocument {
        ParsedDocument parsedDocument =
                switch (documentType) {
                    case HTML -> HtmlPage.read(Encoding.decode(document, charset));
                    case TEXT -> PlainText.read(Encoding.decode(document, charset));
                    case DOCX -> WordFile.read(document);
                };
        return new Transcriber(parsedDocument).read();
    }

    private Transcript read() throws UnreadableDocument {
        Map<Form, RowMatcher> disclosures = matchings(DISCLOSURE);
        Map<Form, RowMatcher> requestsByForm = matchings(REQUESTS);
        RowMatcher requests = best(requestsByForm.values().stream());
        int found = best(disclosures.values().stream()).matched();
        if (found + requests.matched() < FEWEST_ROWS) {
            throw UnreadableDocument.notAReport(UnreadableReasons.NO_TABLES.with(found, requests.matched()));
        }
        Form form = form(disclosures, requestsByForm);
        RowMatcher disclosure = disclosures.get(form);
        Title title = Title.of(parsedDocument.titles(), sections.preamble());
        Optional<Integer> year = year(title, form);
        if (title.agencyName().isEmpty()) {
            extractionBuilder.issue("", IssueKind.MISSING, new Text("标题中没有机关名称", "The title names no agency"));
        }
        section(0);
        table(disclosure, disclosure.table(), DISCLOSURE, 0);
        RequestsTable table = RequestsTable.of(requests, form, requestsByForm.get(form), extractionBuilder);
        table(table.matching(), table.target(), REQUESTS, columns(table.target()));
        disputes(form);
        section(4);
        section(5);
        return new Transcript(
                title.agencyName(),
                year,
                form,
                extractionBuilder.report(form),
                extractionBuilder.sources(),
                extractionBuilder.issues());
    }

    private static int columns(PrintedTable table) {
        return table.rows().get(0).spots().size();
    }

    /** The form that table two fits best; of several that share it, or where it is missing, the one that table three fits best. */
    private static Form form(Map<Form, RowMatcher> disclosures, Map<Form, RowMatcher> requests) {
        RowMatcher disclosure = best(disclosures.values().stream());
        return best(requests.entrySet().stream()
                        .filter(entry -> disclosure.matched() == 0
                                || disclosures.get(entry.getKey()).score() == disclosure.score())
                        .map(Map.Entry::getValue))
                .table()
                .form();
    }

    /** The first of those that fit best. */
    private static RowMatcher best(Stream<RowMatcher> rowMatchers) {
        return rowMatchers
                .reduce((best, other) -> other.score() > best.score() ? other : best)
                .orElseThrow();
    }

    /** With the table of each form, the newest first. */
    private Map<Form, RowMatcher> matchings(int section) {
        Map<Form, RowMatcher> rowMatchers = new LinkedHashMap<>();
        Forms.all().stream()
                .sorted(Comparator.comparingInt(Form::firstYear).reversed())
                .forEach(form -> rowMatchers.put(form, matching(form, section)));
        return rowMatchers;
    }

    private RowMatcher matching(Form form, int section) {
        List<Line> lines = sections.in(section);
        return RowMatcher.of(PrintedTable.of(form, section + 1), Entries.of(lines), text(lines));
    }

    private void table(RowMatcher rowMatcher, PrintedTable target, int section, int group) {
        leftOut(section);
        boolean unitKnown = text(sections.in(section)).contains("万元");
        new TableReader(rowMatcher, target, new RowReader(extractionBuilder, unitKnown), extractionBuilder, group)
                .read();
    }

    private void disputes(Form form) {
        leftOut(DISPUTES);
        List<Entry> entries = sections.has(DISPUTES) ? Entries.of(sections.in(DISPUTES)) : List.of();
        new DisputesReader(
                        PrintedTable.of(form, DISPUTES + 1), new RowReader(extractionBuilder, true), extractionBuilder)
                .read(entries);
    }

    /** The sections of tables have no place for texts. Where there are rows, what is no row is text. */
    private void leftOut(int section) {
        List<Line> lines = sections.has(section) ? sections.in(section) : List.of();
        boolean rows = lines.stream().anyMatch(Line::row);
        lines.stream()
                .filter(line -> rows && !line.row())
                .forEach(line -> extractionBuilder.issue(
                        Sections.ALL.get(section).pointer(),
                        IssueKind.LEFT_OUT,
                        new Text("表外文字：“%s”", "Text beside the table: \"%s\"").with(Excerpt.of(line.text()))));
    }

    private void section(int index) {
        FormNode section = Sections.ALL.get(index);
        String text = sections.text(index);
        extractionBuilder.text(section.name(), text);
        if (sections.has(index)) {
            extractionBuilder.source(section.pointer(), sections.heading(index));
        }
        if (text.isEmpty()) {
            extractionBuilder.issue(
                    section.pointer(),
                    IssueKind.BLANK,
                    sections.has(index)
                            ? new Text("这一部分没有文字", "The section has no text")
                            : new Text("没有找到这一部分的标题", "The heading of the section was not found"));
        }
    }

    private Optional<Integer> year(Title title, Form form) {
        Optional<Integer> period = Title.period(sections.preamble()).or(() -> Title.period(sections.in(0)));
        Optional<Integer> year = title.year().or(() -> period).or(() -> Title.opening(sections.in(0)));
        if (year.isEmpty()) {
            extractionBuilder.issue("", IssueKind.MISSING, new Text("没有找到报告年度", "The report year was not found"));
        } else if (title.year().isEmpty()) {
            extractionBuilder.issue(
                    "",
                    IssueKind.GUESSED,
                    new Text("标题中没有年度；取正文中的 %s", "The title has no year; %s was taken from the text").with(year.get()));
        } else if (period.isPresent() && !period.equals(year)) {
            extractionBuilder.issue(
                    "",
                    IssueKind.GUESSED,
                    new Text("标题为 %s 年，统计期限为 %s 年；以标题为准", "The title says %s, the period is %s; the title's taken")
                            .with(year.get(), period.get()));
        }
        year.flatMap(Forms::of).filter(other -> other != form).ifPresent(other -> otherForm(year.get(), form, other));
        return year;
    }

    private void otherForm(int year, Form form, Form other) {
        extractionBuilder.issue(
                "",
                IssueKind.OTHER_FORM,
                new Text("表格是 %s 年格式，%s 年度应为 %s 年格式", "The tables are of the form of %s; the form for %s is that of %s")
                        .with(form.name(), year, other.name()));
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
