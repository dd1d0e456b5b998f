package org.gongkai.transcription;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.report.Form;
import org.gongkai.report.Forms;
import org.gongkai.report.Node;
import org.gongkai.report.Text;

/** Reads documents. It opens nothing but the bytes it is given, and runs nothing that is in them. */
public final class Transcriber {

    /** Largest document, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int DISCLOSURE = 1;
    private static final int REQUESTS = 2;
    private static final int DISPUTES = 3;

    /** What makes a document a report: so many rows of tables two and three. */
    private static final int FEWEST_ROWS = 8;

    private final Manuscript manuscript;
    private final Sections sections;
    private final Draft draft = new Draft();

    private Transcriber(Manuscript manuscript) {
        this.manuscript = manuscript;
        this.sections = manuscript.sections();
    }

    /**
     * Reads a document.
     *
     * @param document its bytes
     * @param media what kind of document it is
     * @param charset the encoding that came with it; {@code null} where none did, and for a kind that has its own
     * @throws UnreadableDocument when no report can be read out of it
     */
    public static Transcript transcribe(byte[] document, Media media, String charset) throws UnreadableDocument {
        Manuscript manuscript =
                switch (media) {
                    case HTML -> HtmlPage.read(Encoding.decode(document, charset));
                    case TEXT -> PlainText.read(Encoding.decode(document, charset));
                    case DOCX -> WordFile.read(document);
                };
        return new Transcriber(manuscript).read();
    }

    private Transcript read() throws UnreadableDocument {
        Map<Form, Matching> disclosures = matchings(DISCLOSURE);
        Map<Form, Matching> requestsByForm = matchings(REQUESTS);
        Matching requests = best(requestsByForm.values().stream());
        int found = best(disclosures.values().stream()).matched();
        if (found + requests.matched() < FEWEST_ROWS) {
            throw UnreadableDocument.notAReport(Reasons.NO_TABLES.with(found, requests.matched()));
        }
        Form form = form(disclosures, requestsByForm);
        Matching disclosure = disclosures.get(form);
        Title title = Title.of(manuscript.titles(), sections.preamble());
        Optional<Integer> year = year(title, form);
        if (title.agencyName().isEmpty()) {
            draft.issue("", IssueKind.MISSING, new Text("标题中没有机关名称", "The title names no agency"));
        }
        section(0);
        table(disclosure, disclosure.table(), DISCLOSURE, 0);
        RequestsTable table = RequestsTable.of(requests, form, requestsByForm.get(form), draft);
        table(table.matching(), table.target(), REQUESTS, columns(table.target()));
        disputes(form);
        section(4);
        section(5);
        return new Transcript(title.agencyName(), year, form, draft.report(form), draft.sources(), draft.issues());
    }

    private static int columns(PrintedTable table) {
        return table.rows().get(0).spots().size();
    }

    /** The form that table two fits best; of several that share it, or where it is missing, the one that table three fits best. */
    private static Form form(Map<Form, Matching> disclosures, Map<Form, Matching> requests) {
        Matching disclosure = best(disclosures.values().stream());
        return best(requests.entrySet().stream()
                        .filter(entry -> disclosure.matched() == 0
                                || disclosures.get(entry.getKey()).score() == disclosure.score())
                        .map(Map.Entry::getValue))
                .table()
                .form();
    }

    /** The first of those that fit best. */
    private static Matching best(Stream<Matching> matchings) {
        return matchings
                .reduce((best, other) -> other.score() > best.score() ? other : best)
                .orElseThrow();
    }

    /** With the table of each form, the newest first. */
    private Map<Form, Matching> matchings(int section) {
        Map<Form, Matching> matchings = new LinkedHashMap<>();
        Forms.all().stream()
                .sorted(Comparator.comparingInt(Form::firstYear).reversed())
                .forEach(form -> matchings.put(form, matching(form, section)));
        return matchings;
    }

    private Matching matching(Form form, int section) {
        List<Line> lines = sections.in(section);
        return Matching.of(PrintedTable.of(form, section + 1), Entries.of(lines), text(lines));
    }

    private void table(Matching matching, PrintedTable target, int section, int group) {
        leftOut(section);
        boolean unitKnown = text(sections.in(section)).contains("万元");
        new TableReader(matching, target, new RowReader(draft, unitKnown), draft, group).read();
    }

    private void disputes(Form form) {
        leftOut(DISPUTES);
        List<Entry> entries = sections.has(DISPUTES) ? Entries.of(sections.in(DISPUTES)) : List.of();
        new DisputesReader(PrintedTable.of(form, DISPUTES + 1), new RowReader(draft, true), draft).read(entries);
    }

    /** The sections of tables have no place for texts. Where there are rows, what is no row is text. */
    private void leftOut(int section) {
        List<Line> lines = sections.has(section) ? sections.in(section) : List.of();
        boolean rows = lines.stream().anyMatch(Line::row);
        lines.stream()
                .filter(line -> rows && !line.row())
                .forEach(line -> draft.issue(
                        Sections.ALL.get(section).pointer(),
                        IssueKind.LEFT_OUT,
                        new Text("表外文字：“%s”", "Text beside the table: \"%s\"").with(Clip.of(line.text()))));
    }

    private void section(int index) {
        Node section = Sections.ALL.get(index);
        String text = sections.text(index);
        draft.text(section.name(), text);
        if (sections.has(index)) {
            draft.source(section.pointer(), sections.heading(index));
        }
        if (text.isEmpty()) {
            draft.issue(
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
            draft.issue("", IssueKind.MISSING, new Text("没有找到报告年度", "The report year was not found"));
        } else if (title.year().isEmpty()) {
            draft.issue(
                    "",
                    IssueKind.GUESSED,
                    new Text("标题中没有年度；取正文中的 %s", "The title has no year; %s was taken from the text").with(year.get()));
        } else if (period.isPresent() && !period.equals(year)) {
            draft.issue(
                    "",
                    IssueKind.GUESSED,
                    new Text("标题为 %s 年，统计期限为 %s 年；取标题的", "The title says %s, the period is %s; the title's taken")
                            .with(year.get(), period.get()));
        }
        year.flatMap(Forms::of).filter(other -> other != form).ifPresent(other -> otherForm(year.get(), form, other));
        return year;
    }

    private void otherForm(int year, Form form, Form other) {
        draft.issue(
                "",
                IssueKind.OTHER_FORM,
                new Text("表格是 %s 年格式，%s 年度应为 %s 年格式", "The tables are of the form of %s; the form for %s is that of %s")
                        .with(form.name(), year, other.name()));
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
