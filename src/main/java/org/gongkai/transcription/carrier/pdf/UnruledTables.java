package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tables of a document that has none with lines, found by the places of their words. If one of them is not clear, all tables
 * of its section remain running text: a section is not read from a part of its tables.
 */
final class UnruledTables {

    private static final int MAX_LINES = 2_000;

    private final List<PageLayout> pages;
    private final PdfBudget budget;

    /** The lines of each page. */
    private final List<List<PartedLine>> lines;

    /** The parts of each table, in the order of the document. */
    private final List<List<UnruledPart>> tables = new ArrayList<>();

    /** The tables that are clear, by their parts, whose content is too large to be compared. */
    private final Map<UnruledPart, TableArea> areas = new IdentityHashMap<>();

    private UnruledTables(List<PageLayout> pages, PdfBudget budget) {
        this.pages = pages;
        this.budget = budget;
        this.lines = pages.stream()
                .map(page -> page.lines().stream().map(PartedLine::of).toList())
                .toList();
    }

    /** Returns pages with their tables. */
    static List<PageLayout> found(List<PageLayout> pages, PdfBudget budget) {
        boolean other = pages.stream()
                .anyMatch(page -> !page.tables().isEmpty() || page.lines().size() > MAX_LINES);
        return other ? pages : new UnruledTables(pages, budget).found();
    }

    private List<PageLayout> found() {
        for (int page = 0; page < pages.size(); page++) {
            List<PartedLine> printed = lines.get(page);
            budget.steps((long) printed.size() * printed.size());
            UnruledParts.of(pages.get(page).content(), printed).stream()
                    .filter(part -> !part.isStray())
                    .forEach(this::take);
        }
        sections().forEach(this::addAreas);
        return areas.isEmpty() ? pages : pages.stream().map(this::withTables).toList();
    }

    /** Adds a table, or the continuation of the table before. */
    private void take(UnruledPart part) {
        List<UnruledPart> before = tables.isEmpty() ? List.of() : tables.get(tables.size() - 1);
        if (!part.isHeaded() && !before.isEmpty() && part.continues(before.get(before.size() - 1))) {
            before.add(part);
        } else {
            tables.add(new ArrayList<>(List.of(part)));
        }
    }

    /** Returns the tables of each section. */
    private List<List<List<UnruledPart>>> sections() {
        List<List<List<UnruledPart>>> sections = new ArrayList<>();
        UnruledPart last = null;
        for (List<UnruledPart> table : tables) {
            if (last == null || isHeadingBetween(last, table.get(0))) {
                sections.add(new ArrayList<>());
            }
            sections.get(sections.size() - 1).add(table);
            last = table.get(table.size() - 1);
        }
        return sections;
    }

    private boolean isHeadingBetween(UnruledPart one, UnruledPart next) {
        Stream<PartedLine> between = one.page() == next.page()
                ? one.lines().subList(one.to(), next.from()).stream()
                : Stream.of(
                                one.lines().subList(one.to(), one.lines().size()).stream(),
                                lines.subList(one.page().page(), next.page().page() - 1).stream()
                                        .flatMap(List::stream),
                                next.lines().subList(0, next.from()).stream())
                        .flatMap(printed -> printed);
        return between.anyMatch(UnruledParts::isSection);
    }

    /** Adds the tables of a section if all of them are clear. */
    private void addAreas(List<List<UnruledPart>> section) {
        Map<UnruledPart, TableArea> found = new IdentityHashMap<>();
        for (List<UnruledPart> table : section) {
            Optional<List<TableArea>> parts =
                    table.get(0).isHeaded() ? UnruledTable.areas(table, budget) : Optional.empty();
            if (parts.isEmpty()) {
                return;
            }
            IntStream.range(0, table.size())
                    .forEach(part -> found.put(table.get(part), parts.get().get(part)));
        }
        areas.putAll(found);
    }

    private PageLayout withTables(PageLayout page) {
        List<UnruledPart> parts = tables.stream()
                .flatMap(List::stream)
                .filter(part -> part.page() == page.content() && areas.containsKey(part))
                .toList();
        List<TextLine> text = IntStream.range(0, page.lines().size())
                .filter(line -> parts.stream().noneMatch(part -> part.from() <= line && line < part.to()))
                .mapToObj(page.lines()::get)
                .toList();
        return new PageLayout(page.content(), parts.stream().map(areas::get).toList(), text);
    }
}
