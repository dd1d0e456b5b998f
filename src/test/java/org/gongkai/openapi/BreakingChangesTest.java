package org.gongkai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/**
 * Compares the contract with the last release: clients of that release must still work, except for the listed changes.
 */
class BreakingChangesTest {

    private static final Path CONTRACTS = Path.of("openapi");
    private static final Pattern PROBLEM_TYPE = Pattern.compile("(?m)^          - /problems/[a-z-]+\n");
    private static final Pattern DECLARED = Pattern.compile("(?m)^\\* `([A-Z]+ /[^`]*)`: \\S.*$");

    /** A pattern documents a check that exists: a client that kept to the check still works. */
    private static final OpenApiDiffOptions RULES = OpenApiDiffOptions.builder()
            .configProperty("incompatible.schema.pattern.changed", "false")
            .build();

    @Test
    void everyBreakingChangeIsDeclared() throws IOException {
        assertThat(broken(contract("released.yaml"), contract("openapi.yaml")))
                .as("operations that break clients of the last release, and openapi/breaking-changes.md")
                .isEqualTo(declared(contract("breaking-changes.md")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/validations:               | /api/v1/trials:
            /api/v1/events:                    | /api/v1/trail:
            """)
    void findsRemovals(String before, String after) throws IOException {
        String contract = contract("openapi.yaml");
        assertThat(contract).contains(before);

        assertThat(broken(contract, contract.replace(before, after)))
                .hasSize(1)
                .allSatisfy(operation -> assertThat(operation).endsWith(before.replace(":", "")));
    }

    @Test
    void findsNewRequiredParameters() throws IOException {
        String contract = contract("openapi.yaml");
        String demanding =
                contract.replaceFirst("(?s)(/api/v1/statistics:.*? name: format\n)", "$1        required: true\n");
        assertThat(demanding).isNotEqualTo(contract);

        assertThat(broken(contract, demanding)).containsExactly("GET /api/v1/statistics");
    }

    @Test
    void allowsAdditions() throws IOException {
        String contract = contract("openapi.yaml");

        assertThat(broken(contract.replace("/api/v1/validations:", "/api/v1/trials:"), contract))
                .containsExactly("POST /api/v1/trials");
        assertThat(broken(contract, contract)).isEmpty();
    }

    @Test
    void requiresAReasonForEachDeclaration() {
        assertThat(declared("* `GET /api/v1/form/{year}`: nobody used it\n* `PUT /api/v1/x`:\n"))
                .containsExactly("GET /api/v1/form/{year}");
    }

    private static Set<String> broken(String before, String after) {
        ChangedOpenApi changes = OpenApiCompare.fromContents(before, after, List.of(), RULES);
        Set<String> broken = changes.getMissingEndpoints().stream()
                .map(endpoint -> endpoint.getMethod() + " " + endpoint.getPathUrl())
                .collect(Collectors.toCollection(TreeSet::new));
        changes.getChangedOperations().stream()
                .filter(operation -> operation.isIncompatible())
                .forEach(operation -> broken.add(operation.getHttpMethod() + " " + operation.getPathUrl()));
        return broken;
    }

    private static Set<String> declared(String list) {
        return DECLARED.matcher(list)
                .results()
                .map((MatchResult line) -> line.group(1))
                .collect(Collectors.toSet());
    }

    /** Returns a file without the types of problems: clients decide by the status when they do not know one. */
    private static String contract(String file) throws IOException {
        return PROBLEM_TYPE
                .matcher(Files.readString(CONTRACTS.resolve(file)))
                .replaceAll("          - /problems/any\n")
                .replaceAll("(?:          - /problems/any\n)+", "          - /problems/any\n");
    }
}
