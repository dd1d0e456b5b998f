package org.gongkai.statistics.rollup.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Reads datasets of JSON-stat 2.0 and checks them against the schema, and against the rules that no schema can express.
 */
final class JsonStatDatasets {

    private static final JsonSchema SCHEMA = schema();

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonStatDatasets() {}

    static JsonNode read(byte[] answer) throws IOException {
        JsonNode dataset = JSON.readTree(answer);
        assertThat(SCHEMA.validate(dataset)).isEmpty();
        List<String> dimensions = new ArrayList<>();
        dataset.get("id").forEach(id -> dimensions.add(id.asText()));
        assertThat(dataset.get("dimension").fieldNames()).toIterable().containsExactlyElementsOf(dimensions);
        assertThat(dataset.get("size")).hasSameSizeAs(dimensions);
        assertThat(dataset.get("role"))
                .allSatisfy(role -> assertThat(dimensions).contains(role.get(0).asText()));
        long cells = 1;
        for (int i = 0; i < dimensions.size(); i++) {
            JsonNode category = dataset.get("dimension").get(dimensions.get(i)).get("category");
            List<String> codes = StreamSupport.stream(category.get("index").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            assertThat(dataset.get("size").get(i).asInt()).isEqualTo(codes.size());
            assertThat(category.path("label").fieldNames()).toIterable().containsExactlyElementsOf(codes);
            if (dataset.at("/role/metric/0").asText().equals(dimensions.get(i))) {
                assertThat(category.path("unit").fieldNames()).toIterable().containsExactlyElementsOf(codes);
            }
            cells *= codes.size();
        }
        holdToCells(dataset.get("value"), cells);
        holdToCells(dataset.path("status"), cells);
        holdToCells(dataset.at("/extension/coverage/reports"), cells);
        holdToCells(dataset.at("/extension/coverage/expected"), cells);
        return dataset;
    }

    private static void holdToCells(JsonNode content, long cells) {
        if (content.isArray()) {
            assertThat(content.size()).isEqualTo((int) cells);
        }
        assertThat(content.fieldNames()).toIterable().allSatisfy(position -> assertThat(Long.parseLong(position))
                .isBetween(0L, cells - 1));
    }

    private static JsonSchema schema() {
        try (InputStream schema = JsonStatDatasets.class.getResourceAsStream("/json-stat/dataset.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            schema,
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
