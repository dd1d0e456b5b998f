package org.gongkai.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The file for Docker Compose names what exists: settings, volumes, services, and the image of the Dockerfile. */
class ComposeTest {

    private static final Pattern VERSION = Pattern.compile("ARG VERSION=(\\S+)");

    private JsonNode compose;

    @BeforeEach
    void read() throws IOException {
        compose = new YAMLMapper().readTree(Path.of("compose.yaml").toFile());
    }

    @Test
    void setsOnlySettingsThatExist() throws IOException {
        RuntimeSettings settings = RuntimeSettings.read();

        assertThat(names(compose.at("/services/gongkai/environment")))
                .contains("QUARKUS_DATASOURCE_JDBC_URL", "GONGKAI_HOME")
                .allMatch(settings::contain);
    }

    @Test
    void usesTheImageOfTheDockerfile() throws IOException {
        String version = VERSION.matcher(Files.readString(Path.of("Dockerfile")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(compose.at("/services/gongkai/image").asText())
                .isEqualTo("${SERVICE_IMAGE:-gongkai:" + version + "}");
    }

    @Test
    void theServiceAndTheDatabaseAgree() {
        JsonNode database = compose.at("/services/database/environment");
        JsonNode service = compose.at("/services/gongkai/environment");

        assertThat(service.path("QUARKUS_DATASOURCE_JDBC_URL").asText())
                .isEqualTo("jdbc:postgresql://database:5432/"
                        + database.path("POSTGRES_DB").asText());
        assertThat(service.path("QUARKUS_DATASOURCE_USERNAME")).isEqualTo(database.path("POSTGRES_USER"));
        assertThat(service.path("QUARKUS_DATASOURCE_PASSWORD").asText())
                .as("no password is written down")
                .startsWith("${DATABASE_PASSWORD:?")
                .isEqualTo(database.path("POSTGRES_PASSWORD").asText());
        assertThat(compose.at("/services/gongkai/depends_on/database/condition").asText())
                .isEqualTo("service_healthy");
        assertThat(compose.at("/services/database/healthcheck/test")).isNotEmpty();
    }

    @Test
    void keepsDataInVolumes() {
        List<String> mounted = Stream.of("database", "gongkai")
                .flatMap(service -> elements(compose.at("/services/" + service + "/volumes")))
                .map(volume -> volume.asText().replaceFirst(":.*", ""))
                .toList();

        assertThat(names(compose.path("volumes"))).containsExactlyInAnyOrderElementsOf(mounted);
        assertThat(compose.at("/services/gongkai/ports/0").asText())
                .as("open to this machine only")
                .startsWith("127.0.0.1:");
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
