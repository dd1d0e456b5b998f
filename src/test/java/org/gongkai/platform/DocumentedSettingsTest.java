package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.testing.EverySetting;
import org.junit.jupiter.api.Test;

/** Every documented setting is in {@link EverySetting}, with a value that is not its default. */
class DocumentedSettingsTest {

    /** A setting as inline code, or a variable anywhere. A name with a wildcard is not a setting. */
    private static final Pattern SETTING = Pattern.compile(
            "`((?:gongkai|quarkus|mp\\.jwt)(?:\\.[a-z][a-z-]*)+)(?:=[^`]*)?`|\\b((?:GONGKAI|QUARKUS|MP_JWT|OTEL)_[A-Z_]*[A-Z])\\b");

    /** A row of the table of settings: the keys, and the default. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (`(?:gongkai|quarkus|mp\\.jwt)\\.[^|]*) \\| ([^|]*) \\|");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The settings of the build that documents mention. */
    private static final Set<String> OF_THE_BUILD = Set.of("QUARKUS_PACKAGE_JAR_FILTER_OPTIONAL_DEPENDENCIES");

    private final Map<String, List<String>> values = values();

    @Test
    void everyDocumentedSettingIsTried() throws IOException {
        Set<String> documented = new TreeSet<>(
                KnownSettings.NAMES.stream().map(EverySetting::variable).toList());
        for (Path document : documents()) {
            SETTING.matcher(Files.readString(document))
                    .results()
                    .forEach(found -> documented.add(
                            EverySetting.variable(found.group(1) == null ? found.group(2) : found.group(1))));
        }
        documented.removeAll(OF_THE_BUILD);

        assertThat(values.keySet()).isEqualTo(documented);
    }

    @Test
    void noTriedValueIsTheDefault() throws IOException {
        Map<String, String> defaults = new HashMap<>();
        ROW.matcher(Files.readString(Path.of("docs/configuration.md")))
                .results()
                .forEach(row -> codes(row.group(1))
                        .forEach(key -> defaults.put(
                                EverySetting.variable(key),
                                codes(row.group(2)).stream().findFirst().orElse("none"))));

        assertThat(defaults).hasSizeGreaterThan(KnownSettings.NAMES.size());
        assertThat(defaults)
                .allSatisfy((setting, value) ->
                        assertThat(values.get(setting)).as(setting).isNotEmpty().doesNotContain(value));
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md"), Path.of("README.zh-CN.md")));
        for (String folder : List.of("docs", "k8s")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(md|env)")).forEach(documents::add);
            }
        }
        return documents;
    }

    /** Returns the tried values of each setting, under the names of their variables. */
    private static Map<String, List<String>> values() {
        return Stream.of(
                        EverySetting.embedded(Path.of("folder")),
                        EverySetting.server(
                                "url",
                                "user",
                                "password",
                                Map.of(
                                        "mp.jwt.verify.publickey.location", "keys",
                                        "mp.jwt.verify.issuer", "issuer",
                                        "mp.jwt.verify.audiences", "audience")))
                .flatMap(settings -> settings.entrySet().stream())
                .collect(Collectors.groupingBy(
                        setting -> EverySetting.variable(setting.getKey()),
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
