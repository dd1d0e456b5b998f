package org.gongkai.transcription;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.text.Text;
import org.gongkai.text.UnsafeCharacter;
import org.gongkai.transcription.carrier.DocumentReader;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.Excerpt;
import org.gongkai.transcription.page.Line;
import org.gongkai.transcription.page.PageFurniture;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.page.Section;
import org.gongkai.transcription.page.Sections;
import org.gongkai.transcription.page.Title;
import org.gongkai.transcription.page.Titles;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;
import org.gongkai.transcription.table.AmountUnit;
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

/**
 * Extracts reports from published documents. Reads only the bytes of the document: it opens no reference and runs no
 * script in them.
 */
public final class Transcriber {

    /** Largest document, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** A document with fewer recognised rows in tables 二 and 三 is not a report. */
    private static final int MIN_ROWS = 8;

    /** The root of the report, for issues about the document as a whole. */
    private static final String WHOLE_DOCUMENT = "";

    private final ParsedDocument parsedDocument;
    private final Sections sections;
    private final ExtractionBuilder extractionBuilder = new ExtractionBuilder();

    private Transcriber(ParsedDocument parsedDocument) {
        this.parsedDocument = parsedDocument;
        this.sections = parsedDocument.sections();
    }

    /**
     * Extracts the report from a document.
     *
     * @param document the bytes of the document
     * @param documentType the type that the sender names. A document with the signature of another type has that type
     * @param charset the encoding named by the sender; {@code null} if none was named, or if the type has its own
     * @throws UnreadableDocument if the document contains no readable report
     */
    public static Transcript transcribe(byte[] document, DocumentType documentType, String charset)
            throws UnreadableDocument {
        return transcribe(DocumentReader.read(document, documentType, charset));
    }

    /**
     * Extracts the report from a document that was parsed.
     *
     * @throws UnreadableDocument if the document contains no readable report
     */
    public static Transcript transcribe(ParsedDocument document) throws UnreadableDocument {
        return new Transcriber(document).read();
    }

    private Transcript read() throws UnreadableDocument {
        Map<Form, RowMatcher> disclosures = matchers(Section.PROACTIVE_DISCLOSURE);
        Map<Form, RowMatcher> requests = matchers(Section.REQUESTS);
        checkIsReport(disclosures, requests);
        Form form = form(disclosures, requests);
        Titles titles = Titles.of(parsedDocument.titles(), sections.preamble());
        Title title = titles.title();
        Optional<Integer> year = year(title, form);
        checkAgencyName(title);
        checkTitles(titles);
        checkHeadings();
        text(Section.OVERVIEW);
        disclosure(disclosures.get(form));
        requests(form, requests);
        disputes(form);
        text(Section.PROBLEMS_AND_IMPROVEMENTS);
        text(Section.OTHER_MATTERS);
        return new Transcript(
                title.agencyName(),
                year,
                form,
                extractionBuilder.report(form),
                extractionBuilder.sources(),
                extractionBuilder.issues());
    }

    private static void checkIsReport(Map<Form, RowMatcher> disclosures, Map<Form, RowMatcher> requests)
            throws UnreadableDocument {
        int disclosureRows = best(disclosures.values()).matched();
        int requestRows = best(requests.values()).matched();
        if (disclosureRows + requestRows < MIN_ROWS) {
            throw UnreadableDocument.notAReport(UnreadableReasons.NO_TABLES.with(disclosureRows, requestRows));
        }
    }

    /**
     * Returns the form that table 二 fits best. If several forms share that table, or it is missing, table 三 decides.
     */
    private static Form form(Map<Form, RowMatcher> disclosures, Map<Form, RowMatcher> requests) {
        RowMatcher disclosure = best(disclosures.values());
        return best(requests.entrySet().stream()
                        .filter(entry -> disclosure.matched() == 0
                                || disclosures.get(entry.getKey()).score() == disclosure.score())
                        .map(Map.Entry::getValue)
                        .toList())
                .table()
                .form();
    }

    /** Returns the matcher with the highest score; of equals, the first. */
    private static RowMatcher best(Collection<RowMatcher> rowMatchers) {
        return rowMatchers.stream()
                .reduce((best, other) -> other.score() > best.score() ? other : best)
                .orElseThrow();
    }

    /** Matches the section with its table in each form, the newest form first. */
    private Map<Form, RowMatcher> matchers(Section section) {
        Map<Form, RowMatcher> rowMatchers = new LinkedHashMap<>();
        Forms.all().stream()
                .sorted(Comparator.comparingInt(Form::firstYear).reversed())
                .forEach(form -> rowMatchers.put(form, matcher(form, section)));
        return rowMatchers;
    }

    private RowMatcher matcher(Form form, Section section) {
        List<Line> lines = sections.lines(section);
        PrintedTable table = PrintedTable.of(form, section.number());
        return RowMatcher.of(table, Entries.of(lines, table, section.number()), joined(lines));
    }

    private void disclosure(RowMatcher disclosure) {
        table(Section.PROACTIVE_DISCLOSURE, disclosure, disclosure.table(), 0);
    }

    private void requests(Form form, Map<Form, RowMatcher> requests) {
        RequestsTable table = RequestsTable.of(best(requests.values()), form, requests.get(form), extractionBuilder);
        int columns = table.target().rows().get(0).slots().size();
        table(Section.REQUESTS, table.rowMatcher(), table.target(), columns);
    }

    private void table(Section section, RowMatcher rowMatcher, PrintedTable target, int group) {
        reportTextBesideTable(section);
        RowReader rows = new RowReader(extractionBuilder, AmountUnit.of(joined(sections.lines(section))));
        new TableReader(rowMatcher, target, rows, extractionBuilder, group).read();
    }

    private void disputes(Form form) {
        reportTextBesideTable(Section.DISPUTES);
        PrintedTable table = PrintedTable.of(form, Section.DISPUTES.number());
        List<Entry> entries = sections.has(Section.DISPUTES)
                ? Entries.of(sections.lines(Section.DISPUTES), table, Section.DISPUTES.number())
                : List.of();
        new DisputesReader(table, new RowReader(extractionBuilder, AmountUnit.NOT_STATED), extractionBuilder)
                .read(entries);
    }

    /**
     * Reports text in the section of a table, for which the form has no place. Running text without any row may hold
     * the table itself and is not reported.
     */
    private void reportTextBesideTable(Section section) {
        List<Line> lines = sections.has(section) ? sections.lines(section) : List.of();
        boolean hasRows = lines.stream().anyMatch(Line::row);
        lines.stream()
                .filter(line -> hasRows && !line.row())
                .forEach(line -> extractionBuilder.issue(
                        section.node().pointer(),
                        IssueKind.LEFT_OUT,
                        new Text("表外文字：“%s”", "Text outside the table: \"%s\"")
                                .with(Excerpt.of(line.text(), Excerpt.MESSAGE_LENGTH)),
                        line.place()));
    }

    private void text(Section section) {
        String pointer = section.node().pointer();
        String text = withoutFurniture(
                section, UnsafeCharacter.removed(sections.text(section).replace(PrintedCell.OBJECT, "")));
        extractionBuilder.text(section.node().name(), text);
        if (sections.has(section)) {
            extractionBuilder.source(pointer, sections.heading(section), sections.place(section));
        }
        if (text.isEmpty()) {
            extractionBuilder.issue(
                    pointer,
                    IssueKind.BLANK,
                    sections.has(section)
                            ? new Text("这一部分没有文字", "The section has no text")
                            : new Text("没有找到这一部分的标题", "The heading of the section was not found"));
        }
    }

    /** Leaves out what a website prints after the last text, and asks a person to check that. */
    private String withoutFurniture(Section section, String printed) {
        String furniture = section == Section.OTHER_MATTERS ? PageFurniture.of(printed) : "";
        if (furniture.isEmpty()) {
            return printed;
        }
        extractionBuilder.issue(
                section.node().pointer(),
                IssueKind.GUESSED,
                new Text("文字之后的网页内容未采用：“%s”", "What the website prints after the text was left out: \"%s\"")
                        .with(Excerpt.of(furniture, Excerpt.MESSAGE_LENGTH)));
        return printed.substring(0, printed.length() - furniture.length()).stripTrailing();
    }

    private void checkAgencyName(Title title) {
        if (title.agencyName().isEmpty()) {
            extractionBuilder.issue(
                    WHOLE_DOCUMENT, IssueKind.MISSING, new Text("标题中没有机关名称", "The title contains no agency name"));
        }
    }

    private void checkTitles(Titles titles) {
        if (!titles.competing().isEmpty()) {
            extractionBuilder.issue(
                    WHOLE_DOCUMENT,
                    IssueKind.COMPETING,
                    new Text("标题有多个：取“%s”，另有%s", "There are several titles: \"%s\" was used; there is also %s")
                            .with(titles.title(), listed(titles.competing())));
        }
        if (sections.isBeforeAnotherReport()) {
            extractionBuilder.issue(
                    WHOLE_DOCUMENT,
                    IssueKind.ANOTHER_REPORT,
                    new Text("文件中还有另一份报告，没有读取", "The document contains another report, which was not read"));
        }
    }

    private static String listed(List<?> printed) {
        String all = printed.stream().map(item -> "“" + item + "”").collect(Collectors.joining("、"));
        return Excerpt.of(all, Excerpt.MESSAGE_LENGTH);
    }

    private void checkHeadings() {
        List<String> misnumbered = sections.misnumbered();
        if (!misnumbered.isEmpty()) {
            extractionBuilder.issue(
                    WHOLE_DOCUMENT,
                    IssueKind.GUESSED,
                    new Text("标题编号有误，按文字识别：%s", "Headings have wrong numbers and were recognized by their words: %s")
                            .with(listed(misnumbered)));
        }
    }

    private Optional<Integer> year(Title title, Form form) {
        List<Line> overview = sections.lines(Section.OVERVIEW);
        Optional<Integer> period = Titles.period(sections.preamble()).or(() -> Titles.period(overview));
        Optional<Integer> year = title.year().or(() -> period).or(() -> Titles.opening(overview));
        yearIssue(title, period.or(() -> Titles.firstWords(overview)), year);
        year.flatMap(Forms::of).filter(other -> other != form).ifPresent(other -> otherForm(year.get(), form, other));
        return year;
    }

    private void yearIssue(Title title, Optional<Integer> inText, Optional<Integer> year) {
        if (year.isEmpty()) {
            extractionBuilder.issue(
                    WHOLE_DOCUMENT, IssueKind.MISSING, new Text("没有找到报告年度", "The report year was not found"));
        } else if (title.year().isEmpty()) {
            extractionBuilder.issue(
                    WHOLE_DOCUMENT,
                    IssueKind.GUESSED,
                    new Text("标题中没有年度；取正文中的 %s", "The title contains no year; %s was read in the text")
                            .with(year.get()));
        } else if (inText.isPresent() && !inText.equals(year)) {
            extractionBuilder.issue(
                    WHOLE_DOCUMENT,
                    IssueKind.COMPETING,
                    new Text(
                                    "标题为 %s 年，正文为 %s 年；以标题为准",
                                    "The year in the title is %s, that in the text %s; the title was used")
                            .with(year.get(), inText.get()));
        }
    }

    private void otherForm(int year, Form form, Form other) {
        extractionBuilder.issue(
                WHOLE_DOCUMENT,
                IssueKind.OTHER_FORM,
                new Text(
                                "表格是 %s 年格式，%s 年度应为 %s 年格式",
                                "The tables have the format of %s; reports for %s use the format of %s")
                        .with(form.name(), year, other.name()));
    }

    private static String joined(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
