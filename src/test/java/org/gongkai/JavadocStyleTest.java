package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the style of Javadoc: a comment starts with a verb or with a noun and its article, not with a function word such as
 * "What" or "Of". CONTRIBUTING explains why.
 */
class JavadocStyleTest {

    private static final double MAX_SHARE = 0.02;

    private static final Set<String> FUNCTION_WORDS =
            Set.of(("what who whom whose where when whether which how why whoever whatever whichever wherever whenever "
                            + "that those these this it its they their there he she his her "
                            + "of by in on at for from with without within into onto about after against among before "
                            + "beside besides between during out over since to under until upon "
                            + "as if so than while because and or but nor not no nothing nobody none neither only also then thus")
                    .split(" "));

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern MARGIN = Pattern.compile("^\\s*\\*\\s?", Pattern.MULTILINE);
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)}");
    private static final Pattern FIRST_WORD = Pattern.compile("\\p{L}+");

    @Test
    void fewCommentsStartWithAFunctionWord() {
        List<String> comments = sources().flatMap(JavadocStyleTest::comments).toList();
        List<String> offenders = comments.stream()
                .filter(JavadocStyleTest::startsWithFunctionWord)
                .toList();

        assertThat(comments).hasSizeGreaterThan(1_000);
        assertThat((double) offenders.size() / comments.size())
                .as("share of Javadoc comments that start with a function word, such as %s", offenders)
                .isLessThan(MAX_SHARE);
    }

    @Test
    void recognizesFunctionWords() {
        assertThat(startsWithFunctionWord("What is stored.")).isTrue();
        assertThat(startsWithFunctionWord("Returns what is stored.")).isFalse();
        assertThat(startsWithFunctionWord("The revision in force.")).isFalse();
    }

    private static boolean startsWithFunctionWord(String comment) {
        Matcher word = FIRST_WORD.matcher(comment);
        return word.lookingAt() && FUNCTION_WORDS.contains(word.group().toLowerCase(Locale.ROOT));
    }

    /** Returns the texts of the Javadoc comments of a file that have a description, not only tags. */
    private static Stream<String> comments(String source) {
        return COMMENT.matcher(source)
                .results()
                .map(JavadocStyleTest::text)
                .filter(text -> !text.isEmpty() && !text.startsWith("@"));
    }

    private static String text(MatchResult comment) {
        String withoutMargin = MARGIN.matcher(comment.group(1)).replaceAll("");
        return INLINE_TAG.matcher(withoutMargin).replaceAll("$1").strip();
    }

    private static Stream<String> sources() {
        return Stream.of("src/main/java", "src/test/java", "src/bench/java", "src/probe/java")
                .map(Path::of)
                .flatMap(JavadocStyleTest::files)
                .map(JavadocStyleTest::read);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
