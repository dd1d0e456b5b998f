package org.gongkai.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The styles of the pages are those of one page: there is no shadow tree between them. */
class StylesTest {

    private static final Path FOLDER = Path.of("src/main/resources/web/app");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

    /** A rule for all elements of a class, wherever they are. */
    private static final Pattern RULE_OF_CLASS = Pattern.compile("(?m)(?:^|,)\\s*(\\.[A-Za-z][\\w-]*)\\s*(?=[,{])");

    @Test
    void ofAScreenLeaveTheOthersAlone() throws IOException {
        Map<String, Set<Path>> sheets = styleSheets()
                .flatMap(sheet -> classes(sheet).map(name -> Map.entry(name, sheet)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));

        assertThat(sheets).isNotEmpty().allSatisfy((name, places) -> assertThat(places)
                .hasSize(1));
    }

    @Test
    void areAllInTheFirstView() throws IOException {
        String all = Files.readString(FOLDER.resolve("app.css"));

        assertThat(styleSheets().filter(sheet -> !sheet.endsWith("app.css")))
                .isNotEmpty()
                .allSatisfy(sheet -> assertThat(all).contains("@import './" + FOLDER.relativize(sheet) + "';"));
    }

    private static Stream<Path> styleSheets() throws IOException {
        return Files.walk(FOLDER).filter(file -> file.toString().endsWith(".css"));
    }

    private static Stream<String> classes(Path sheet) {
        try {
            String text = COMMENT.matcher(Files.readString(sheet)).replaceAll("");
            return RULE_OF_CLASS
                    .matcher(text)
                    .results()
                    .map((MatchResult rule) -> rule.group(1))
                    .distinct();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
