package org.gongkai.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Corrupts bodies: their content, their syntax or their encoding. */
final class BodyFuzzer {

    /** The placeholder for text that a JSON tree cannot hold. */
    private static final String PLACEHOLDER = "«hole»";

    private final FuzzRandom fuzzRandom;

    BodyFuzzer(FuzzRandom fuzzRandom) {
        this.fuzzRandom = fuzzRandom;
    }

    byte[] corrupt(JsonNode content) {
        String text = fuzzRandom.oneIn(4) ? corruptText(content.toString()) : corruptTree(content);
        return fuzzRandom.oneIn(6) ? corruptBytes(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    /** Corrupts a body that is not JSON. */
    byte[] corrupt(String content) {
        String text = corruptText(content);
        return fuzzRandom.oneIn(3) ? corruptBytes(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    private String corruptTree(JsonNode content) {
        List<JsonNode> containers = new ArrayList<>();
        collect(content, containers);
        if (containers.isEmpty() || fuzzRandom.oneIn(20)) {
            return fuzzRandom.of(FuzzValues.JSON);
        }
        for (int left = 1 + fuzzRandom.below(3); left > 0; left--) {
            corruptOne(fuzzRandom.of(containers));
        }
        String text = content.toString();
        while (text.contains("\"" + PLACEHOLDER + "\"")) {
            int at = text.indexOf("\"" + PLACEHOLDER + "\"");
            text = text.substring(0, at)
                    + fuzzRandom.of(FuzzValues.JSON)
                    + text.substring(at + PLACEHOLDER.length() + 2);
        }
        return text;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void corruptOne(JsonNode container) {
        if (container instanceof ArrayNode array) {
            corrupt(array);
        } else if (!container.isEmpty()) {
            corrupt((ObjectNode) container);
        }
    }

    private void corrupt(ArrayNode array) {
        switch (fuzzRandom.below(3)) {
            case 0 -> array.add(PLACEHOLDER);
            case 1 -> array.removeAll();
            default -> {
                for (int left = 1 + fuzzRandom.below(50); left > 0 && !array.isEmpty(); left--) {
                    array.add(array.get(0).deepCopy());
                }
            }
        }
    }

    private void corrupt(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = fuzzRandom.of(names);
        switch (fuzzRandom.below(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.put(fuzzRandom.of(List.of("", "__proto__", "项", "x".repeat(2000), "a/b~c")), PLACEHOLDER);
            case 2 -> object.set(name.toUpperCase(Locale.ROOT), object.get(name));
            default -> object.put(name, PLACEHOLDER);
        }
    }

    private String corruptText(String text) {
        int at = fuzzRandom.below(text.length() + 1);
        List<UnaryOperator<String>> ways = List.of(
                whole -> whole.substring(0, at),
                whole -> whole.substring(0, at) + fuzzRandom.of(FuzzValues.JSON) + whole.substring(at),
                whole -> whole.substring(0, at) + "\u0000" + whole.substring(at),
                whole -> whole + whole,
                whole -> whole.replace(",", ",,"),
                whole -> whole.replaceFirst("\\{(\"[^\"]*\":)", "{$10,$1"),
                whole -> "\uFEFF" + whole,
                whole -> "  \n\t" + whole + "\r\n",
                whole -> "",
                whole -> " ",
                whole -> whole.replace('"', '\''));
        return fuzzRandom.of(ways).apply(text);
    }

    private byte[] corruptBytes(String text) {
        byte[] bytes = text.getBytes(Charset.forName(fuzzRandom.of(List.of("UTF-8", "GB18030", "UTF-16", "UTF-32LE"))));
        ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
        int at = fuzzRandom.below(bytes.length + 1);
        spoilt.write(bytes, 0, at);
        spoilt.writeBytes(fuzzRandom.bytes(20));
        spoilt.write(bytes, at, bytes.length - at);
        return spoilt.toByteArray();
    }
}
