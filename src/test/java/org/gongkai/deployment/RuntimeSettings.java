package org.gongkai.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The environment variables of the packaged service, as its extensions declare them. */
record RuntimeSettings(Set<Pattern> variables) {

    private static final String DECLARATIONS = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    /** The placeholder for the name of a data source or similar. */
    private static final Pattern PLACEHOLDER = Pattern.compile("__[A-Z_]+?__");

    /** The settings of MicroProfile and of the service itself, which only the table of settings declares. */
    private static final Pattern DOCUMENTED = Pattern.compile("`((?:mp\\.jwt|gongkai)\\.[a-z.-]+)`");

    static RuntimeSettings read() throws IOException {
        Set<Pattern> variables = new HashSet<>();
        for (URL declarations :
                Collections.list(RuntimeSettings.class.getClassLoader().getResources(DECLARATIONS))) {
            try (InputStream json = declarations.openStream()) {
                collect(new ObjectMapper().readTree(json), variables);
            }
        }
        DOCUMENTED
                .matcher(Files.readString(Path.of("docs/configuration.md")))
                .results()
                .forEach(setting -> variables.add(Pattern.compile(variable(setting.group(1)))));
        return new RuntimeSettings(variables);
    }

    boolean contain(String variable) {
        return variables.stream().anyMatch(pattern -> pattern.matcher(variable).matches());
    }

    private static void collect(JsonNode node, Set<Pattern> variables) {
        if (node.path("phase").asText().equals("RUN_TIME")) {
            node.findValuesAsText("environmentVariable")
                    .forEach(variable -> variables.add(
                            Pattern.compile(PLACEHOLDER.matcher(variable).replaceAll("_[A-Z]+_"))));
        } else {
            node.forEach(child -> collect(child, variables));
        }
    }

    private static String variable(String setting) {
        return setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }
}
