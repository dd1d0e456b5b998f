package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which settings the service accepts at startup. */
public class StartupCheckTest {

    private static final Map<String, String> PROVIDER = Map.of(
            StartupCheck.KEY_LOCATION, "https://login.example/jwks",
            StartupCheck.ISSUER, "https://login.example",
            StartupCheck.AUDIENCES, "gongkai");

    @Test
    void acceptsNoSettings() {
        accepts(Map.of());
    }

    @Test
    void acceptsThePackagedSettings() throws IOException {
        Properties packaged = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            packaged.load(file);
        }
        Map<String, String> settings = new HashMap<>();
        packaged.stringPropertyNames().forEach(name -> settings.put(name, packaged.getProperty(name)));

        accepts(settings);
    }

    @Test
    void acceptsAProvider() {
        accepts(PROVIDER);
        accepts(with(PROVIDER, StartupCheck.KEY_LOCATION, "http://localhost:8180/jwks"));
        accepts(with(PROVIDER, StartupCheck.KEY_LOCATION, "http://[::1]/jwks"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.example",
                "https://login.example/",
                "https://login.example:8443/realms/gongkai",
                "http://localhost:8180/realms/gongkai",
                "http://[::1]:8180"
            })
    void acceptsALoginAtAProvider(String issuer) {
        accepts(with(PROVIDER, StartupCheck.LOGIN, issuer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login.example",
                "/realms/gongkai",
                "https:login.example",
                "https:///realms/gongkai",
                "ftp://login.example",
                "https://login.example; script-src *",
                "https://office:pg-7Jq2@login.example",
                "https://login.example?realm=gongkai",
                "https://login.example#gongkai",
                "http://login.example/realms/gongkai",
                "http://localhost.login.example"
            })
    void refusesALoginElsewhere(String issuer) {
        refuses(with(PROVIDER, StartupCheck.LOGIN, issuer), StartupCheck.LOGIN);
    }

    @Test
    void refusesALoginWhoseTokensAreRefused() {
        refuses(Map.of(StartupCheck.LOGIN, "https://login.example"), StartupCheck.LOGIN);
    }

    @Test
    void refusesMailsWithoutASender() {
        refuses(Map.of(StartupCheck.MAIL, "true"), StartupCheck.MAIL);
        accepts(Map.of(StartupCheck.MAIL, "true", StartupCheck.MAIL_FROM, "office@zhuzhou.example"));
        accepts(Map.of(StartupCheck.MAIL, "false"));
    }

    @Test
    void refusesTwoIssuers() {
        refuses(with(PROVIDER, StartupCheck.SIGNING_KEY, "/etc/gongkai/key.jwk"), StartupCheck.SIGNING_KEY);
    }

    @Test
    void acceptsASigningKeyInAnotherFolder() {
        accepts(Map.of(StartupCheck.SIGNING_KEY, "/etc/gongkai/key.jwk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example/jwks",
                "HTTP://login.example:8180/jwks",
                "http://localhost@login.example/jwks",
                "http://localhost.login.example/jwks",
                "http://login_internal/jwks"
            })
    void refusesProviderKeysOverPlainHttp(String location) {
        refuses(with(PROVIDER, StartupCheck.KEY_LOCATION, location), StartupCheck.KEY_LOCATION);
    }

    @Test
    void refusesAProviderWithoutIssuerOrAudience() {
        refuses(with(PROVIDER, StartupCheck.ISSUER, ""), StartupCheck.ISSUER);
        refuses(with(PROVIDER, StartupCheck.AUDIENCES, ""), StartupCheck.AUDIENCES);
        refuses(Map.of(StartupCheck.KEY, "{}"), StartupCheck.ISSUER, StartupCheck.AUDIENCES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://database.example:5432/gongkai",
                "jdbc:postgresql://database_internal/gongkai",
                "jdbc:postgresql://localhost:5432,database.example:5432/gongkai",
                "jdbc:postgresql://10.0.0.1?sslmode=require"
            })
    void refusesCommonPasswordsForARemoteDatabase(String url) {
        refuses(database(url, "office", "ChangeMe"), "quarkus.datasource.password");
        refuses(database(url, "office", "office"), "quarkus.datasource.password");
        refuses(
                Map.of(
                        "quarkus.datasource.read.jdbc.url",
                        url,
                        "quarkus.datasource.read.username",
                        "office",
                        "quarkus.datasource.read.password",
                        "office"),
                "quarkus.datasource.read.password");
        refuses(
                database(url + (url.contains("?") ? "&" : "?") + "user=office&password=office", "office", "pg-7Jq2"),
                "quarkus.datasource.password");
        accepts(database(url, "office", "pg-7Jq2"));
        accepts(Map.of(Launcher.URL, url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:5432/gongkai",
                "jdbc:postgresql://[::1]:5432/gongkai",
                "jdbc:postgresql:///gongkai",
                "jdbc:postgresql:gongkai"
            })
    void acceptsAnyPasswordForALocalDatabase(String url) {
        accepts(database(url, "postgres", "postgres"));
    }

    @Test
    void refusesAPasswordInFrontOfTheHost() {
        refuses(
                Map.of(Launcher.URL, "jdbc:postgresql://office:pg-7Jq2@database.example:5432/gongkai"),
                "quarkus.datasource.jdbc.url");
    }

    @Test
    void refusesUnknownSettings() {
        refuses(Map.of("gongkai.security.public-write", "true"), "gongkai.security.public-write");
        refuses(Map.of("gongkai.hoem", "/srv/gongkai"), "gongkai.hoem");
        accepts(Map.of("%dev.gongkai.hoem", "/srv/gongkai"));
    }

    @Test
    void reportsAnUnknownVariableOnce() {
        assertThatThrownBy(() -> StartupCheck.of(environment("GONGKAI_SECURITY_PUBLIC_WRITE")))
                .hasMessage("The service does not start with unsafe settings:"
                        + "\n  GONGKAI_SECURITY_PUBLIC_WRITE: unknown setting. Check its spelling.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GONGKAI_SECURITY_PUBLIC_READ",
                "GONGKAI_SERVICE_HOST",
                "GONGKAI_SERVICE_PORT_HTTP",
                "GONGKAI_PORT",
                "GONGKAI_PORT_80_TCP_ADDR",
                "GONGKAI_DATABASE_PORT_5432_TCP"
            })
    void acceptsKnownVariablesAndThoseOfKubernetes(String variable) {
        assertThatCode(() -> StartupCheck.of(environment(variable))).doesNotThrowAnyException();
    }

    @Test
    void reportsAllFaults() {
        refuses(
                Map.of(
                        StartupCheck.KEY_LOCATION,
                        "http://login.example/jwks",
                        StartupCheck.SIGNING_KEY,
                        "/etc/gongkai/key.jwk",
                        Launcher.URL,
                        "jdbc:postgresql://database.example/gongkai",
                        "quarkus.datasource.password",
                        "postgres"),
                StartupCheck.KEY_LOCATION,
                StartupCheck.SIGNING_KEY,
                StartupCheck.ISSUER,
                StartupCheck.AUDIENCES,
                "quarkus.datasource.password");
    }

    @Test
    void knowsTheSettingsOfEveryMapping() {
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.gongkai")
                                .stream()
                                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                                .map(JavaClass::reflect)
                                .flatMap(mapping ->
                                        ConfigMappings.getProperties(ConfigClass.configClass(mapping))
                                                .keySet()
                                                .stream())
                                // A list has a key for itself, and one for its elements.
                                .map(key -> key.replace("[*]", ""))
                                .collect(Collectors.toSet()))
                .isNotEmpty()
                .isSubsetOf(KnownSettings.NAMES);
    }

    private static Map<String, String> database(String url, String user, String password) {
        return Map.of(Launcher.URL, url, "quarkus.datasource.username", user, "quarkus.datasource.password", password);
    }

    private static Map<String, String> with(Map<String, String> settings, String property, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(property, value);
        return changed;
    }

    private static void accepts(Map<String, String> settings) {
        assertThatCode(() -> StartupCheck.of(config(settings))).doesNotThrowAnyException();
    }

    private static void refuses(Map<String, String> settings, String... properties) {
        assertThatThrownBy(() -> StartupCheck.of(config(settings)))
                .isInstanceOf(IOException.class)
                .satisfies(refusal -> assertThat(
                                refusal.getMessage().lines().skip(1).map(line -> line.strip()
                                        .replaceFirst(": .*", "")))
                        .containsExactlyInAnyOrderElementsOf(Arrays.asList(properties)));
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withSources(new PropertiesConfigSource(settings, "operator", 100))
                .build();
    }

    private static Config environment(String variable) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(Map.of(variable, "true"), 300))
                .build();
    }
}
