package org.gongkai.publication.layout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.form.FormNode;
import org.gongkai.report.Contents;

/**
 * A report as an office publishes it, independent of the file format. It is always in Chinese, because the labels of
 * the form and the publishing offices are.
 *
 * @param title the title
 * @param note a remark for the reader, printed under the title; usually empty
 * @param dated the time of the content
 * @param sections the sections of the form
 * @param appendices the appendices
 */
public record OfficialDocument(String title, String note, Instant dated, List<Part> sections, List<Part> appendices) {

    private static final String BEFORE_YEAR = "(?=\\d{4}年)";

    public OfficialDocument {
        sections = List.copyOf(sections);
        appendices = List.copyOf(appendices);
    }

    /**
     * Returns the document of one report, without a note and without appendices.
     *
     * @param organ the name of the reporting agency in that year
     * @param contents the content
     * @param dated the time of submission
     */
    public static OfficialDocument of(String organ, Contents contents, Instant dated) {
        return new OfficialDocument(title(organ, contents.year()), "", dated, sections(contents), List.of());
    }

    /** Returns the same document with a note under its title. */
    public OfficialDocument withNote(String what) {
        return new OfficialDocument(title, what, dated, sections, appendices);
    }

    /** Returns the same document with appendices, numbered in this order. */
    public OfficialDocument withAppendices(List<Appendix> added) {
        List<Part> parts = new ArrayList<>();
        for (Appendix appendix : added) {
            parts.add(appendix.toPart(parts.size() + 1));
        }
        return new OfficialDocument(title, note, dated, sections, parts);
    }

    public Stream<Part> parts() {
        return Stream.concat(sections.stream(), appendices.stream());
    }

    /** Returns the lines into which the title is broken if it is too long for one: the agency, and the rest. */
    public List<String> titleLines() {
        return List.of(title.split(BEFORE_YEAR, 2));
    }

    /** Returns the title in the official wording. */
    private static String title(String organ, int year) {
        return organ + year + "年政府信息公开工作年度报告";
    }

    private static List<Part> sections(Contents contents) {
        return contents.form().root().children().stream()
                .map(section -> section(section, contents))
                .toList();
    }

    private static Part section(FormNode section, Contents contents) {
        return section.kind() == FormNode.Kind.TEXT
                ? Part.ofText(section, contents.text(section))
                : Part.ofTable(section, StatutoryTable.of(section, number -> number(number, contents)));
    }

    private static BigDecimal number(FormNode formNode, Contents contents) {
        return contents.figures().at(formNode.pointer());
    }
}
