package org.gongkai.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the documents of the repository have a target, down to the heading. */
class LinksTest {

    static List<String> documents() {
        return Markdown.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkHasATarget(String document) {
        for (String target : Markdown.targets(Markdown.read(document).prose())) {
            if (!target.startsWith("http")) {
                assertLeadsSomewhere(document, target);
            }
        }
    }

    private static void assertLeadsSomewhere(String document, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? Path.of(document) : Path.of(document).resolveSibling(parts[0]);
        assertThat(file).as("%s links to %s", document, target).exists();
        if (parts.length == 2) {
            assertThat(Markdown.read(file.toString()).headings().stream().map(LinksTest::anchor))
                    .as("%s links to %s", document, target)
                    .contains(parts[1]);
        }
    }

    /** Returns the anchor that hosting platforms make from a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
