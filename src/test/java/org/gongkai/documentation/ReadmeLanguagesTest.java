package org.gongkai.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both READMEs have the same content: each part of one has its counterpart at the same place of the other. */
class ReadmeLanguagesTest {

    private static final String ENGLISH = "README.md";
    private static final String CHINESE = "README.zh-CN.md";
    private static final String NOTHING = "(nothing)";
    private static final int SHOWN_LINES = 4;

    private final Markdown english = Markdown.read(ENGLISH);
    private final Markdown chinese = Markdown.read(CHINESE);

    ReadmeLanguagesTest() throws IOException {}

    @Test
    void headingsHaveTheSameLevelsInTheSameOrder() {
        assertSame("heading", Markdown::headings, heading -> List.of(heading.replaceAll("[^#].*", "")));
    }

    @Test
    void commandsAndAnswersAreIdentical() {
        assertSame("block of code", Markdown::blocks, List::of);
    }

    @Test
    void tablesHaveTheSameRows() {
        assertSame("row of a table", Markdown::rows, row -> Markdown.code(row.split("\\|")[1]));
    }

    @Test
    void everySectionNamesTheSameCode() {
        assertSame(
                "section",
                Markdown::sections,
                section -> Markdown.code(section).stream().sorted().distinct().toList());
    }

    @Test
    void everySectionHasTheSameLinks() {
        assertSame("section", Markdown::sections, section -> Markdown.targets(section).stream()
                .filter(target -> !List.of(ENGLISH, CHINESE).contains(target))
                .sorted()
                .toList());
    }

    @Test
    void eachLinksToTheOtherBeforeItsFirstParagraph() {
        assertThat(Markdown.targets(english.opening())).containsExactly(CHINESE);
        assertThat(Markdown.targets(chinese.opening())).containsExactly(ENGLISH);
    }

    /** Compares the parts of both at the same places, and names the first part without a counterpart. */
    private void assertSame(
            String kind, Function<Markdown, List<String>> parts, Function<String, List<String>> essence) {
        List<String> ours = parts.apply(english);
        List<String> theirs = parts.apply(chinese);
        assertThat(ours).as("%ss of %s", kind, ENGLISH).isNotEmpty();
        for (int index = 0; index < Math.max(ours.size(), theirs.size()); index++) {
            String one = index < ours.size() ? ours.get(index) : NOTHING;
            String other = index < theirs.size() ? theirs.get(index) : NOTHING;
            assertThat(essence.apply(other))
                    .as(
                            "%s %s has no counterpart: %s has%n%s%n%n%s has at its place%n%s%n",
                            kind, index + 1, ENGLISH, beginning(one), CHINESE, beginning(other))
                    .containsExactlyElementsOf(essence.apply(one));
        }
    }

    private static String beginning(String part) {
        return part.lines().limit(SHOWN_LINES).collect(Collectors.joining("\n"));
    }
}
