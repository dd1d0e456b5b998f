package org.gongkai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.testing.DeclaredContract;
import org.gongkai.testing.DeclaredOperation;
import org.junit.jupiter.api.Test;

/** The contract describes everything, limits everything that has a limit, and gives examples. */
class ContractTextTest {

    private static final DeclaredContract CONTRACT = DeclaredContract.ofProject();

    private static final List<String> LIMITS_OF_STRINGS =
            List.of("maxLength", "pattern", "format", "enum", "const", "$ref");

    /** The strings without a limit, by the reason. A member of any schema has a star. */
    private static final Map<String, Set<String>> UNLIMITED_STRINGS = Map.of(
            "written by the service, with the names and numbers that it is about",
            Set.of(
                    "*.message",
                    "*.cell",
                    "MovedTotal.label",
                    "*.action",
                    "Diagnosis.conclusion",
                    "DiagnosisPart.heading",
                    "DiagnosisPart.conclusion",
                    "*.formula",
                    "*.detail",
                    "*.title",
                    "BilingualText.zh",
                    "BilingualText.en",
                    "Drafts.note",
                    "Drafts.overview",
                    "Drafts.problemsAndImprovements",
                    "Drafts.otherMatters"),
            "the ordinals of the form",
            Set.of("FigureEntry.row"),
            "repeats the request",
            Set.of(
                    "BatchLine.agency",
                    "DecisionResult.agency",
                    "ParameterFinding.name",
                    "ParameterFinding.value",
                    "Problem.instance"),
            "the values of any parameter",
            Set.of("ParameterFinding.known[]"),
            "the ids of rules",
            Set.of("WorkEntry.rules[]"),
            "as printed in a document",
            Set.of("Imported.agencyName"),
            "a setting of the operator",
            Set.of("LoginProvider.clientId", "LoginProvider.scope"),
            "as the network or a proxy names the client",
            Set.of("EventEntry.address"),
            "a path, whose parts have limits of their own",
            Set.of("EventEntry.subject"));

    /** The arrays without a limit, by the reason. */
    private static final Map<String, Set<String>> UNLIMITED_ARRAYS = Map.of(
            "as many as the form has, and a form to come may have more",
            Set.of(
                    "Availability.figures",
                    "FormCatalogue.applicantTypes",
                    "FormCatalogue.figures",
                    "FigureEntry.forms",
                    "FigureEntry.leaves",
                    "FigureEntry.cells",
                    "RuleEntry.relations",
                    "RuleEntry.thresholds",
                    "RollUp.figures",
                    "Imported.differences",
                    "Imported.sources",
                    "Changes.changes",
                    "DiagnosisPart.peers",
                    "Impact.cells",
                    "Impact.totals",
                    "Impact.categoryTotals",
                    "LaterImpact.cells",
                    "LaterImpact.totals",
                    "LaterImpact.categoryTotals",
                    "WhatIf.cells",
                    "WhatIf.changes",
                    "WhatIf.totals",
                    "WhatIf.categoryTotals",
                    "OwnReport.cells",
                    "Cause.totals",
                    "Cause.alternatives"),
            "as many as the rules find",
            Set.of(
                    "*.findings",
                    "*.added",
                    "*.gone",
                    "*.causes",
                    "*.explains",
                    "*.openWarnings",
                    "Imported.issues",
                    "*.warnings",
                    "ScoreboardRow.rules",
                    "WorkEntry.rules"),
            "as many as the registry or the years have",
            Set.of(
                    "Availability.categories",
                    "Availability.districts",
                    "Availability.years",
                    "CarryOverEntry.history",
                    "CarryOverEntry.sources",
                    "Completeness.rows",
                    "Impact.reports",
                    "LaterImpact.reports",
                    "WhatIf.later",
                    "WhatIf.reports",
                    "ConsolidatedReport.contributors",
                    "ConsolidatedReport.missing",
                    "ConsolidatedReport.comparison",
                    "RollUp.rows",
                    "RollUp.breaks",
                    "ReceiptKeySet.keys",
                    "SeriesBreak.successors",
                    "SeriesBreak.years"),
            "as many as the request has",
            Set.of("Revalidation.rules", "RulePreview.rules", "Problem.parameters", "ParameterFinding.known"));

    /** The numbers that may be negative, or of any size, by the reason. */
    private static final Map<String, Set<String>> UNLIMITED_NUMBERS = Map.of(
            "a side of a comparison, or a difference",
            Set.of(
                    "*.left",
                    "*.right",
                    "*.difference",
                    "PeerDifference.median",
                    "PeerDifference.value",
                    "Cause.value",
                    "Cause.suggested",
                    "DifferentCell.own",
                    "DifferentCell.sum"),
            "a sum of figures, some of which count a change",
            Set.of(
                    "MovedCell.before",
                    "MovedCell.after",
                    "MovedTotal.before",
                    "MovedTotal.after",
                    "Quartiles.first",
                    "Quartiles.third",
                    "RollUpRow.mean",
                    "RollUpRow.median",
                    "RollUpRow.share",
                    "RollUpRow.value",
                    "YearlyChange.absolute",
                    "YearlyChange.percent"),
            "repeats the request, or a document",
            Set.of("BatchLine.year", "DecisionResult.revision", "Imported.year"),
            "a length on a page, beyond whose edges its content may reach",
            Set.of(
                    "Box.left",
                    "Box.top",
                    "Box.right",
                    "Box.bottom",
                    "DrawnWord.left",
                    "DrawnWord.right",
                    "DrawnWord.baseline"),
            "a year of the query",
            Set.of("SeriesBreak.years[]"));

    @Test
    void everySchemaAndMemberHasADescription() {
        assertThat(places((place, schema) -> !place.endsWith("[]") && !schema.has("description")))
                .isEmpty();
    }

    @Test
    void everyOperationParameterBodyAndResponseHasADescription() {
        List<String> faults = CONTRACT.operations().stream()
                .flatMap(operation -> Stream.of(
                                Stream.of(operation.node()),
                                operation.parameters().stream(),
                                Stream.of(operation.node().path("requestBody")).filter(body -> !body.isMissingNode()),
                                responses(operation))
                        .flatMap(parts -> parts)
                        .filter(part -> part.path("description").asText().isBlank())
                        .map(part -> operation + ": " + part.path("name").asText("body or response")))
                .toList();
        assertThat(faults).isEmpty();
    }

    private static Stream<JsonNode> responses(DeclaredOperation operation) {
        return operation.node().get("responses").properties().stream()
                .map(response -> CONTRACT.resolved(response.getValue()));
    }

    @Test
    void everyRequestBodyHasAnExample() {
        List<String> without = CONTRACT.operations().stream()
                .flatMap(operation -> operation.mediaTypes().stream()
                        .filter(type -> !operation.body(type).has("example")
                                && !operation.body(type).has("examples"))
                        .map(type -> operation + " " + type))
                .toList();
        assertThat(without).isEmpty();
    }

    @Test
    void everyStringHasALimitOrAReason() {
        assertLimited(
                UNLIMITED_STRINGS,
                (place, schema) ->
                        isOf(schema, "string") && LIMITS_OF_STRINGS.stream().noneMatch(schema::has));
    }

    @Test
    void everyArrayHasALimitOrAReason() {
        assertLimited(UNLIMITED_ARRAYS, (place, schema) -> isOf(schema, "array") && !schema.has("maxItems"));
    }

    @Test
    void everyNumberHasARangeOrAReason() {
        assertLimited(
                UNLIMITED_NUMBERS,
                (place, schema) -> (isOf(schema, "integer") || isOf(schema, "number")) && !schema.has("minimum"));
    }

    /** Compares the schemas without a limit with a list, which must not name any other. */
    private static void assertLimited(Map<String, Set<String>> reasons, Condition unlimited) {
        Set<String> listed = reasons.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        List<String> places = places(unlimited);
        assertThat(places).allSatisfy(place -> assertThat(Stream.of(place, place.replaceFirst("^[^.]*", "*")))
                .as(place)
                .anyMatch(listed::contains));
        assertThat(listed).allSatisfy(entry -> assertThat(places)
                .as(entry)
                .anyMatch(place ->
                        place.equals(entry) || place.replaceFirst("^[^.]*", "*").equals(entry)));
    }

    private interface Condition {
        boolean holds(String place, JsonNode schema);
    }

    private static List<String> places(Condition condition) {
        Map<String, JsonNode> found = new TreeMap<>();
        CONTRACT.at("/components/schemas")
                .properties()
                .forEach(schema -> walk(schema.getKey(), schema.getValue(), (place, at) -> {
                    if (condition.holds(place, at)) {
                        found.put(place, at);
                    }
                }));
        assertThat(CONTRACT.at("/components/schemas")).hasSizeGreaterThan(50);
        return List.copyOf(found.keySet());
    }

    private static void walk(String place, JsonNode schema, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(place, schema);
        schema.path("properties")
                .properties()
                .forEach(member -> walk(place + "." + member.getKey(), member.getValue(), visitor));
        if (schema.has("items")) {
            walk(place + "[]", schema.get("items"), visitor);
        }
    }

    private static boolean isOf(JsonNode schema, String type) {
        JsonNode declared = schema.path("type");
        return declared.asText().equals(type)
                || declared.isArray() && declared.get(0).asText().equals(type);
    }
}
