package org.gongkai.publication.layout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.form.FormNode;
import org.gongkai.report.Contents;

/**
 * A report as an office publishes it, before it is written in any format. It is in Chinese, whatever the reader's language: so are the
 * labels of the form, and whoever publishes it.
 *
 * @param title the title
 * @param note what has to be known of it, under the title; mostly empty
 * @param dated when what it says came about
 * @param sections the sections of the form
 * @param appendices what is added to them
 */
public record OfficialDocument(String title, String note, Instant dated, List<Part> sections, List<Part> appendices) {

    public OfficialDocument {
        sections = List.copyOf(sections);
        appendices = List.copyOf(appendices);
    }

    /**
     * A report by itself.
     *
     * @param organ whose report it is, by the name of that year
     * @param contents what it says
     * @param dated when it was submitted
     */
    public static OfficialDocument of(String organ, Contents contents, Instant dated) {
        return new OfficialDocument(title(organ, contents.year()), "", dated, sections(contents), List.of());
    }

    /** The same with a note under its title. */
    public OfficialDocument noting(String what) {
        return new OfficialDocument(title, what, dated, sections, appendices);
    }

    /** The same with appendices, which are numbered in this order. */
    public OfficialDocument with(List<Appendix> added) {
        List<Part> parts = new ArrayList<>();
        for (Appendix appendix : added) {
            parts.add(appendix.numbered(parts.size() + 1));
        }
        return new OfficialDocument(title, note, dated, sections, parts);
    }

    public Stream<Part> parts() {
        return Stream.concat(sections.stream(), appendices.stream());
    }

    /** The title as organs write it. */
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
