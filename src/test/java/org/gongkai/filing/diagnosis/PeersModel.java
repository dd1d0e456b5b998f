package org.gongkai.filing.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.testing.ReportFiles;

/** A plain model of the comparison with other reports of a year: it reads the JSON of departments, without the service. */
final class PeersModel {

    private final Map<String, JsonNode> districts = byCode("/reports/districts.json");
    private final Map<String, JsonNode> agencies = byCode("/reports/agencies.json");
    private final Map<String, JsonNode> reports = new TreeMap<>();

    private static Map<String, JsonNode> byCode(String file) {
        return ReportFiles.entries(file)
                .collect(Collectors.toMap(entry -> entry.get("code").asText(), entry -> entry));
    }

    void moveTo(String category, String agency) {
        ((ObjectNode) agencies.get(agency)).put("category", category);
    }

    void put(String agency, JsonNode report) {
        reports.put(agency, report);
    }

    /** Returns the figures that are far, as pointer, group, district, reports, median, quartiles and difference. */
    Set<String> far(String agency, List<String> pointers) {
        Set<String> far = new HashSet<>();
        for (String group : List.of("DISTRICT", "CATEGORY")) {
            Optional<String> district = district(agency, group);
            district.ifPresent(code -> pointers.forEach(
                    pointer -> line(agency, group, code, pointer).ifPresent(far::add)));
        }
        return far;
    }

    private Optional<String> line(String agency, String group, String district, String pointer) {
        BigDecimal value = reports.get(agency).at(pointer).decimalValue();
        List<BigDecimal> values = members(agency, group, district).stream()
                .map(member -> reports.get(member).at(pointer).decimalValue())
                .sorted()
                .toList();
        BigDecimal first = quantile(values, "0.25");
        BigDecimal median = quantile(values, "0.5");
        BigDecimal third = quantile(values, "0.75");
        BigDecimal reach = third.subtract(first).multiply(new BigDecimal(3));
        boolean isFar = (value.compareTo(third.add(reach)) > 0 || value.compareTo(first.subtract(reach)) < 0)
                && value.subtract(median).abs().compareTo(BigDecimal.TEN) >= 0;
        return isFar
                ? Optional.of(
                        text(pointer, group, district, values.size(), median, first, third, value.subtract(median)))
                : Optional.empty();
    }

    static String text(Object... parts) {
        List<String> texts = new ArrayList<>();
        for (Object part : parts) {
            texts.add(
                    part instanceof BigDecimal number
                            ? number.stripTrailingZeros().toPlainString()
                            : part.toString());
        }
        return String.join(" ", texts);
    }

    private Optional<String> district(String agency, String group) {
        for (String code = agencies.get(agency).get("district").asText();
                code != null && !code.equals("null");
                code = districts.get(code).get("parent").asText()) {
            if (members(agency, group, code).size() >= 5) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private List<String> members(String agency, String group, String district) {
        return reports.keySet().stream()
                .filter(other -> isWithin(agencies.get(other).get("district").asText(), district))
                .filter(other -> group.equals("DISTRICT")
                        || agencies.get(other)
                                .get("category")
                                .equals(agencies.get(agency).get("category")))
                .toList();
    }

    private boolean isWithin(String inner, String outer) {
        return !inner.equals("null")
                && (inner.equals(outer)
                        || isWithin(districts.get(inner).get("parent").asText(), outer));
    }

    /** Interpolates linearly between the neighbours, as PostgreSQL does. */
    private static BigDecimal quantile(List<BigDecimal> sorted, String share) {
        BigDecimal position = new BigDecimal(share).multiply(new BigDecimal(sorted.size() - 1));
        int below = position.intValue();
        BigDecimal lower = sorted.get(below);
        BigDecimal upper = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return lower.add(
                upper.subtract(lower).multiply(position.subtract(new BigDecimal(below)), MathContext.DECIMAL64));
    }
}
