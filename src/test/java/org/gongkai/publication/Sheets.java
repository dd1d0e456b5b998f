package org.gongkai.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;

/** Sums reports as plain JSON. It uses no form, no figure and no SQL. */
public final class Sheets {

    private Sheets() {}

    /** Returns every number by its position. */
    public static Map<String, BigDecimal> numbers(JsonNode sheet) {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        collect("", sheet, numbers);
        return numbers;
    }

    /** Returns every number, summed over several reports. */
    public static Map<String, BigDecimal> sums(Collection<RealReport> reports) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        reports.forEach(report -> numbers(report.content())
                .forEach((pointer, number) -> sums.merge(
                        pointer, number, (one, other) -> one.add(other).stripTrailingZeros())));
        sums.replaceAll((pointer, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    /** Returns the sum of two reports, number by number, with the texts of the first. */
    public static ObjectNode plus(JsonNode one, JsonNode other) {
        ObjectNode sum = one.deepCopy();
        sum.properties().forEach(member -> {
            JsonNode added = other.get(member.getKey());
            if (added.isObject()) {
                member.setValue(plus(member.getValue(), added));
            } else if (added.isNumber()) {
                member.setValue(
                        DecimalNode.valueOf(member.getValue().decimalValue().add(added.decimalValue())));
            }
        });
        return sum;
    }

    /** Returns the same report with other numbers in some places. */
    public static ObjectNode with(JsonNode sheet, Map<String, ?> numbers) {
        ObjectNode changed = sheet.deepCopy();
        numbers.forEach((pointer, number) -> {
            int name = pointer.lastIndexOf('/');
            ((ObjectNode) changed.at(pointer.substring(0, name)))
                    .set(pointer.substring(name + 1), ReportFiles.JSON.valueToTree(number));
        });
        return changed;
    }

    /** Returns the SHA-256 of the canonical form of a report without texts. */
    public static String hash(JsonNode sheet) throws NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(canonical(sheet).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest);
    }

    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            Iterable<String> names = node::fieldNames;
            return StreamSupport.stream(names.spliterator(), false)
                    .sorted()
                    .map(name -> "\"" + name + "\":" + canonical(node.get(name)))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return node.isNumber()
                ? node.decimalValue().stripTrailingZeros().toPlainString()
                : "\"" + node.textValue() + "\"";
    }

    private static void collect(String pointer, JsonNode node, Map<String, BigDecimal> numbers) {
        if (node.isNumber()) {
            numbers.put(pointer, node.decimalValue().stripTrailingZeros());
        }
        node.properties().forEach(member -> collect(pointer + "/" + member.getKey(), member.getValue(), numbers));
    }
}
