package org.gongkai.packaged.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.testing.OptionalTools;
import org.gongkai.testing.Tool;

/** The npm project of {@code src/clients/typescript}, beside the client that the build has generated. */
final class TypeScriptProject {

    private static final Path FOLDER = GeneratedClients.FOLDER.resolve("typescript");

    /** Keeps the lint from asking its maker for updates. */
    private static final Map<String, String> OFFLINE = Map.of("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");

    private static Boolean installed;
    private static boolean compiled;

    private TypeScriptProject() {}

    /** Installs the pinned packages once. Skips the test if that is impossible. */
    static void install() throws IOException, InterruptedException {
        if (installed == null) {
            copySources();
            installed = Tool.works(
                    "npm", "ci", "--prefix", FOLDER.toString(), "--ignore-scripts", "--no-audit", "--no-fund");
        }
        OptionalTools.require("node", installed, "No Node 20, or its packages cannot be installed");
    }

    /** Generates and compiles all TypeScript clients once. */
    static void compile() throws IOException, InterruptedException {
        install();
        if (!compiled) {
            script("generate");
            script("compile");
            compiled = true;
        }
    }

    /** Runs a script of {@code package.json}. */
    static String script(String name) throws IOException, InterruptedException {
        return OptionalTools.run(FOLDER, OFFLINE, List.of("npm", "run", "--silent", name));
    }

    /** Runs a compiled program. */
    static String run(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("node", "out/" + program + ".js"), arguments.stream())
                .toList();
        return OptionalTools.run(FOLDER, command);
    }

    private static void copySources() throws IOException {
        copy(Path.of("openapi/openapi.yaml"));
        try (Stream<Path> sources = Files.list(GeneratedClients.SOURCES.resolve("typescript"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                copy(source);
            }
        }
    }

    private static void copy(Path source) throws IOException {
        Files.copy(source, FOLDER.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}
