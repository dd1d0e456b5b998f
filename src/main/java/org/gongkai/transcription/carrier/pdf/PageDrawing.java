package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.text.UnsafeCharacter;
import org.gongkai.transcription.place.Box;
import org.gongkai.transcription.place.DrawnPage;
import org.gongkai.transcription.place.DrawnPages;
import org.gongkai.transcription.place.DrawnWord;

/** Turns the visible content of pages into words, lines and areas, for a reader who compares figures with the file. */
final class PageDrawing {

    /** The largest gap between the characters of a word, as a part of their size. */
    private static final float GAP = 0.15f;

    private static final float SAME_LINE = 0.5f;

    private final List<DrawnPage> pages = new ArrayList<>();
    private int items;
    private int characters;

    private PageDrawing() {}

    /** Returns the pages from the first one on, as far as the limits allow. */
    static DrawnPages of(List<PageLayout> layouts) {
        PageDrawing drawing = new PageDrawing();
        boolean complete = layouts.stream().map(PageLayout::content).allMatch(drawing::add);
        return new DrawnPages(List.copyOf(drawing.pages), complete);
    }

    /** Adds a page. Returns false if it exceeds a limit, and is left out. */
    private boolean add(PageContent page) {
        List<DrawnWord> words = words(page.glyphs());
        items += words.size() + page.rules().size() + page.objects().size();
        characters += words.stream().mapToInt(word -> word.text().length()).sum();
        boolean fits = items <= DrawnPages.MAX_ITEMS && characters <= DrawnPages.MAX_CHARACTERS;
        if (fits) {
            pages.add(new DrawnPage(
                    page.page(),
                    page.width(),
                    page.height(),
                    words,
                    page.rules().stream().map(PageDrawing::line).toList(),
                    page.objects().stream().map(Box::rounded).toList()));
        }
        return fits;
    }

    private static Box line(Rule rule) {
        Box line = rule.horizontal()
                ? new Box(rule.from(), rule.position(), rule.to(), rule.position())
                : new Box(rule.position(), rule.from(), rule.position(), rule.to());
        return line.rounded();
    }

    /** Puts characters that are drawn one after the other into words. */
    private static List<DrawnWord> words(List<Glyph> glyphs) {
        List<DrawnWord> words = new ArrayList<>();
        List<Glyph> word = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            if (!word.isEmpty() && !follows(word.get(word.size() - 1), glyph)) {
                words.add(word(word));
                word.clear();
            }
            word.add(glyph);
        }
        if (!word.isEmpty()) {
            words.add(word(word));
        }
        return words;
    }

    private static boolean follows(Glyph last, Glyph glyph) {
        return Math.abs(glyph.baseline() - last.baseline()) < SAME_LINE
                && Math.abs(glyph.size() - last.size()) < SAME_LINE
                && Math.abs(glyph.left() - last.right()) < GAP * last.size();
    }

    private static DrawnWord word(List<Glyph> glyphs) {
        Glyph first = glyphs.get(0);
        StringBuilder text = new StringBuilder();
        glyphs.forEach(glyph -> text.append(glyph.text()));
        return new DrawnWord(
                UnsafeCharacter.removed(text.toString()),
                first.left(),
                glyphs.get(glyphs.size() - 1).right(),
                first.baseline(),
                first.size());
    }
}
