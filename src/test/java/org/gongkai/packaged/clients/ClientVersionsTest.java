package org.gongkai.packaged.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The versions of the tools that generate clients are pinned, and documented. */
class ClientVersionsTest {

    private static final Path PROJECT = Path.of("src/clients/typescript");
    private static final Pattern GENERATOR = Pattern.compile("<openapi-generator.version>(.*)</");
    private static final List<String> TOOLS =
            List.of("openapi-typescript", "@hey-api/openapi-ts", "orval", "@redocly/cli", "@stoplight/spectral-cli");

    @Test
    void packagesHaveExactVersions() throws IOException {
        assertThat(packages())
                .isNotEmpty()
                .allSatisfy(version -> assertThat(version.getValue().asText()).matches("[0-9.]+"));
    }

    /** The lock file must not bind a build to the address of one registry. The registry is a setting of the machine. */
    @Test
    void theLockFileNamesNoRegistry() throws IOException {
        List<Entry<String, JsonNode>> locked =
                List.copyOf(json("package-lock.json").get("packages").properties());

        assertThat(locked)
                .filteredOn(entry -> !entry.getKey().isEmpty())
                .isNotEmpty()
                .allMatch(entry -> entry.getValue().has("integrity"), "has a checksum")
                .noneMatch(entry -> entry.getValue().has("resolved"), "has an address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/clients.md", "docs/clients.zh-CN.md"})
    void theDocumentNamesTheVersions(String document) throws IOException {
        String text = Files.readString(Path.of(document));
        Matcher generator = GENERATOR.matcher(Files.readString(Path.of("pom.xml")));

        assertThat(generator.find()).isTrue();
        assertThat(text).contains("openapi-generator-cli-" + generator.group(1) + ".jar");
        assertThat(packages())
                .filteredOn(entry -> TOOLS.contains(entry.getKey()))
                .hasSameSizeAs(TOOLS)
                .allSatisfy(entry -> assertThat(text)
                        .contains(entry.getKey() + "@" + entry.getValue().asText()));
    }

    private static List<Entry<String, JsonNode>> packages() throws IOException {
        return List.copyOf(json("package.json").get("devDependencies").properties());
    }

    private static JsonNode json(String file) throws IOException {
        return ReportFiles.JSON.readTree(new File(PROJECT.toFile(), file));
    }
}
