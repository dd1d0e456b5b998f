package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.StartupCheckTest;
import org.gongkai.testing.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service refuses unsafe settings before any other step. {@link StartupCheckTest} lists these settings.
 */
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
