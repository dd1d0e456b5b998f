package org.gongkai.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The entrances to the documentation: short READMEs, and a complete index. */
class IndexTest {

    private static final int MAX_LINES = 150;

    @Test
    void theIndexListsEveryDocument() {
        List<String> listed = Markdown.targets(Markdown.read("docs/README.md").prose()).stream()
                .map(target -> target.replaceFirst("#.*", ""))
                .toList();
        Stream<String> documents = Markdown.documents().stream()
                .filter(document -> Path.of(document).getParent() != null)
                .filter(document -> Path.of(document).getParent().equals(Path.of("docs")))
                .map(document -> Path.of(document).getFileName().toString())
                .filter(name -> !name.equals("README.md"));
        assertThat(listed).containsAll(documents.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theReadmeIsShort(String readme) {
        assertThat(Markdown.read(readme).text().lines().count()).isLessThanOrEqualTo(MAX_LINES);
    }
}
