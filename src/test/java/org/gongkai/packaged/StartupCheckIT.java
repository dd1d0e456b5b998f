package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.platform.StartupCheckTest;
import org.gongkai.testing.ServiceProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged service refuses unsafe settings, and a database that is away, before any other step. {@link
 * StartupCheckTest} lists the settings.
 */
@Tag("thorough")
class StartupCheckIT {

    @TempDir
    Path folder;

    @Test
    void refusesUnsafeSettings_andNamesAll() throws Exception {
        ServiceProcess service = start(
                Map.of(
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "http://login.example/jwks",
                        "GONGKAI_SECURITY_SIGNING_KEY", home() + "/key.jwk",
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://database.example/gongkai",
                        "QUARKUS_DATASOURCE_USERNAME", "gongkai",
                        "QUARKUS_DATASOURCE_PASSWORD", "gongkai",
                        "GONGKAI_SECURITY_PUBLIC_WRITE", "true"),
                ServiceProcess.command());

        assertRefused(
                service,
                "mp.jwt.verify.publickey.location",
                "mp.jwt.verify.issuer",
                "mp.jwt.verify.audiences",
                "gongkai.security.signing-key",
                "quarkus.datasource.password",
                "GONGKAI_SECURITY_PUBLIC_WRITE");
    }

    @Test
    void refusesAnUnknownSetting() throws Exception {
        ServiceProcess service = start(Map.of(), ServiceProcess.command("-Dgongkai.security.public-write=true"));

        assertRefused(service, "gongkai.security.public-write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "migrate", "rebuild"})
    void endsWithOneLineIfTheDatabaseIsAway(String argument) throws Exception {
        List<String> command = new ArrayList<>(ServiceProcess.command());
        Stream.of(argument).filter(name -> !name.isEmpty()).forEach(command::add);

        ServiceProcess service = start(
                Map.of(
                        "GONGKAI_DATABASE_WAIT", "0",
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:1/gongkai?password=in-the-url",
                        "QUARKUS_DATASOURCE_PASSWORD", "in-the-setting"),
                command);

        assertThat(service.exitCode()).isEqualTo(1);
        assertThat(service.output().lines())
                .singleElement()
                .asString()
                .contains("jdbc:postgresql://localhost:1/gongkai ", "refused", "gongkai.database.wait")
                .doesNotContain("in-the-");
        assertThat(home()).as("no home was created").doesNotExist();
    }

    private void assertRefused(ServiceProcess service, String... settings) throws Exception {
        assertThat(service.exitCode()).isEqualTo(1);
        assertThat(service.output().lines().skip(1))
                .as(service.output())
                .extracting(line -> line.strip().replaceFirst(": .*", ""))
                .containsExactlyInAnyOrder(settings);
        assertThat(home()).as("no home was created").doesNotExist();
    }

    private ServiceProcess start(Map<String, String> settings, List<String> command) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("GONGKAI_HOME", home().toString());
        return ServiceProcess.start(Files.createFile(folder.resolve("service.log")), environment, command);
    }

    private Path home() {
        return folder.resolve("home");
    }
}
