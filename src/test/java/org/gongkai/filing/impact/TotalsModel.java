package org.gongkai.filing.impact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongkai.form.Figure;
import org.gongkai.form.statutory.Forms;
import org.gongkai.testing.ReportFiles;

/**
 * A plain model of totals: it adds up the JSON of the reports in force for one year, without the service. A total is
 * named by its district, its category if it has one, and its figure; a cell by its district and its pointer.
 */
final class TotalsModel {

    private final int year;
    private final Map<String, JsonNode> districts = byCode("/reports/districts.json");
    private final Map<String, JsonNode> agencies = byCode("/reports/agencies.json");
    private final Map<String, JsonNode> inForce = new HashMap<>();

    TotalsModel(int year) {
        this.year = year;
    }

    private static Map<String, JsonNode> byCode(String file) {
        return ReportFiles.entries(file)
                .collect(Collectors.toMap(entry -> entry.get("code").asText(), entry -> entry));
    }

    /** Puts a report in force; {@code null} takes the one in force out of force. */
    void put(String agency, JsonNode report) {
        if (report == null) {
            inForce.remove(agency);
        } else {
            inForce.put(agency, report);
        }
    }

    JsonNode inForce(String agency) {
        return inForce.get(agency);
    }

    /** Returns all totals of figures, by district, and by district and category. A total without reports is absent. */
    Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new HashMap<>();
        departments().forEach(agency -> figures().forEach(figure -> {
            BigDecimal value = value(inForce.get(agency), figure.code());
            chain(agency).forEach(district -> {
                totals.merge(district + " " + figure.code(), value, BigDecimal::add);
                totals.merge(district + " " + category(agency) + " " + figure.code(), value, BigDecimal::add);
            });
        }));
        return totals;
    }

    /** Returns the cells of all consolidated reports. A cell that is zero is absent. */
    Map<String, BigDecimal> cells() {
        Map<String, BigDecimal> cells = new HashMap<>();
        departments().forEach(agency -> Forms.of(year).orElseThrow().figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .forEach(cell -> chain(agency)
                        .forEach(district -> cells.merge(
                                district + " " + cell.pointer(),
                                inForce.get(agency).at(cell.pointer()).decimalValue(),
                                BigDecimal::add))));
        cells.values().removeIf(value -> value.signum() == 0);
        return cells;
    }

    /** Returns the differences between two states, as {@code name: before -> after}. */
    static Set<String> differences(Map<String, BigDecimal> before, Map<String, BigDecimal> after, String nothing) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(name -> !Objects.equals(plain(before.get(name)), plain(after.get(name))))
                .map(name -> move(name, before.get(name), after.get(name), nothing))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String move(String name, BigDecimal before, BigDecimal after, String nothing) {
        return name + ": " + text(before, nothing) + " -> " + text(after, nothing);
    }

    private static String text(BigDecimal value, String nothing) {
        return value == null ? nothing : plain(value).toPlainString();
    }

    private static BigDecimal plain(BigDecimal value) {
        return value == null
                ? null
                : value.stripTrailingZeros()
                        .setScale(Math.max(0, value.stripTrailingZeros().scale()));
    }

    private Stream<String> departments() {
        return inForce.keySet().stream()
                .filter(agency -> agencies.get(agency).get("kind").asText().equals("DEPARTMENT"));
    }

    private List<Figure> figures() {
        return Forms.of(year).orElseThrow().figures().stream()
                .filter(Figure::additive)
                .toList();
    }

    private String category(String agency) {
        return agencies.get(agency).get("category").asText();
    }

    private Stream<String> chain(String agency) {
        return Stream.iterate(
                agencies.get(agency).get("district").asText(),
                Objects::nonNull,
                district -> districts.get(district).path("parent").textValue());
    }

    /** Returns the value of a figure: the sum of its parts without totals; a total is the sum of the parts beside it. */
    private static BigDecimal value(JsonNode report, String figure) {
        String code = figure.endsWith(".total") ? figure.substring(0, figure.lastIndexOf('.')) : figure;
        return sum(report.at("/" + code.replace('.', '/')));
    }

    private static BigDecimal sum(JsonNode part) {
        return part.isNumber()
                ? part.decimalValue()
                : StreamSupport.stream(part.properties().spliterator(), false)
                        .filter(member -> !member.getKey().equals("total"))
                        .map(member -> sum(member.getValue()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
