package org.gongkai.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page and its translation have the same content: each part of one has its counterpart at the same place. */
class TranslationsTest {

    private static final String SUFFIX = ".zh-CN.md";
    private static final String NOTHING = "(nothing)";
    private static final int SHOWN_LINES = 4;

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s'\"]+");

    static List<String> translations() {
        return Markdown.documents().stream()
                .filter(page -> page.endsWith(SUFFIX))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void headingsHaveTheSameLevelsInTheSameOrder(String translation) {
        assertSame(translation, "heading", Markdown::headings, heading -> List.of(heading.replaceAll("[^#].*", "")));
    }

    /** Commands and answers differ in their texts only: an English page asks for English messages. */
    @ParameterizedTest
    @MethodSource("translations")
    void blocksOfCodeHaveTheSameLengthAndAddresses(String translation) {
        assertSame(translation, "block of code", Markdown::blocks, TranslationsTest::outline);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void tablesHaveTheSameRows(String translation) {
        assertSame(translation, "row of a table", Markdown::rows, row -> Markdown.code(row.split("\\|")[1]));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everySectionNamesTheSameCode(String translation) {
        assertSame(translation, "section", Markdown::sections, section -> Markdown.code(section).stream()
                .sorted()
                .distinct()
                .toList());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everySectionLinksToTheSamePages(String translation) {
        String name = Path.of(original(translation)).getFileName().toString();
        assertSame(translation, "section", Markdown::sections, section -> Markdown.targets(section).stream()
                .map(TranslationsTest::page)
                .filter(page -> !page.equals(name))
                .sorted()
                .toList());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void eachLinksToTheOtherBeforeItsFirstParagraph(String translation) {
        String original = original(translation);
        assertThat(Markdown.targets(Markdown.read(original).opening()))
                .containsExactly(Path.of(translation).getFileName().toString());
        assertThat(Markdown.targets(Markdown.read(translation).opening()))
                .containsExactly(Path.of(original).getFileName().toString());
    }

    /** A page may link to both languages of another one, and links to the other language of itself. */
    @ParameterizedTest
    @MethodSource("translations")
    void linksLeadToTranslationsWhereTheyExist(String translation) {
        List<Path> linked = Markdown.targets(Markdown.read(translation).prose()).stream()
                .filter(target -> target.matches("[^:]+\\.md(#.*)?"))
                .map(target -> Path.of(translation).resolveSibling(target.replaceFirst("#.*", "")))
                .toList();
        Stream<Path> translated = linked.stream()
                .map(page -> Path.of(page.toString().replaceFirst("(\\.zh-CN)?\\.md$", SUFFIX)))
                .filter(Files::exists)
                .filter(page -> !page.equals(Path.of(translation)));
        assertThat(linked).containsAll(translated.toList());
    }

    /** Compares the parts of both at the same places, and names the first part without a counterpart. */
    private static void assertSame(
            String translation,
            String kind,
            Function<Markdown, List<String>> parts,
            Function<String, List<String>> essence) {
        String original = original(translation);
        List<String> ours = parts.apply(Markdown.read(original));
        List<String> theirs = parts.apply(Markdown.read(translation));
        for (int index = 0; index < Math.max(ours.size(), theirs.size()); index++) {
            String one = index < ours.size() ? ours.get(index) : NOTHING;
            String other = index < theirs.size() ? theirs.get(index) : NOTHING;
            assertThat(essence.apply(other))
                    .as(
                            "%s %s has no counterpart: %s has%n%s%n%n%s has at its place%n%s%n",
                            kind, index + 1, original, beginning(one), translation, beginning(other))
                    .containsExactlyElementsOf(essence.apply(one));
        }
    }

    private static List<String> outline(String block) {
        return Stream.concat(
                        Stream.of(
                                block.lines().findFirst().orElseThrow(),
                                block.lines().count() + " lines"),
                        ADDRESS.matcher(block).results().map(MatchResult::group))
                .toList();
    }

    /** Returns the page that a link leads to, in the original language and without its heading. */
    private static String page(String target) {
        return target.replaceFirst("#.*", "").replace(".zh-CN.", ".");
    }

    private static String original(String translation) {
        String original = translation.replace(SUFFIX, ".md");
        assertThat(Path.of(original)).exists();
        return original;
    }

    private static String beginning(String part) {
        return part.lines().limit(SHOWN_LINES).collect(Collectors.joining("\n"));
    }
}
