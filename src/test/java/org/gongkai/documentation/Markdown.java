package org.gongkai.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of a document of the repository.
 *
 * @param text all of it
 * @param prose the same without blocks of code
 */
record Markdown(String text, String prose) {

    private static final Pattern BLOCK = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^#{1,6} .*$", Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("^\\|.*\\|$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    /** Returns the names of the documents of the repository: those at its root, and those in {@code docs}. */
    static List<String> documents() {
        try (Stream<Path> root = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(root, docs)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Markdown read(String file) {
        try {
            String text = Files.readString(Path.of(file));
            return new Markdown(text, BLOCK.matcher(text).replaceAll(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the code blocks, with their backticks. */
    List<String> blocks() {
        return BLOCK.matcher(text).results().map(MatchResult::group).toList();
    }

    List<String> headings() {
        return HEADING.matcher(prose).results().map(MatchResult::group).toList();
    }

    /** Returns the rows of all tables. */
    List<String> rows() {
        return ROW.matcher(prose).results().map(MatchResult::group).toList();
    }

    /** Returns the prose from each heading to the next. */
    List<String> sections() {
        return List.of(prose.split("(?m)^(?=#{1,6} )"));
    }

    /** Returns the text between the title and the first paragraph. */
    String opening() {
        return prose.split("\n\n", 3)[1];
    }

    /** Returns the inline code of a passage, in order. */
    static List<String> code(String passage) {
        return CODE.matcher(passage)
                .results()
                .map(code -> code.group(1).replaceAll("\\s+", " "))
                .toList();
    }

    /** Returns the targets of the links of a passage, in order. */
    static List<String> targets(String passage) {
        return LINK.matcher(passage).results().map(link -> link.group(1)).toList();
    }
}
