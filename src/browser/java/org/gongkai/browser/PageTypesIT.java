package org.gongkai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.testing.OptionalTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The types of the pages: the bundler only removes them, the compiler of TypeScript checks them. */
class PageTypesIT {

    /** Libraries from npm, and the folders of their packages. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "typescript", "typescript",
            "lit", "lit",
            "lit-html", "lit-html",
            "lit-element", "lit-element",
            "lit__reactive-element", "@lit/reactive-element",
            "types__trusted-types", "@types/trusted-types");

    private static final String LOCATION = "META-INF/resources/webjars/%s/";

    @TempDir
    Path folder;

    @Test
    void areThoseOfTheContract() throws Exception {
        copy(Path.of("src/main/resources/web"), folder);
        for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
            unpack(
                    LOCATION.formatted(library.getKey()),
                    folder.resolve("node_modules").resolve(library.getValue()));
        }
        Files.writeString(folder.resolve("app/css.d.ts"), "declare module '*.css';\n");
        String node = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .driverDir()
                .resolve("node")
                .toString();

        String errors =
                OptionalTools.run(folder, List.of(node, "node_modules/typescript/lib/tsc.js", "-p", "tsconfig.json"));

        assertThat(errors).isEmpty();
    }

    /** Unpacks the only version of a package on the class path. */
    private static void unpack(String location, Path target) throws Exception {
        URL found = Thread.currentThread().getContextClassLoader().getResource(location);
        URI jar = URI.create(found.toString().substring(0, found.toString().indexOf('!')));
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of());
                Stream<Path> versions = Files.list(files.getPath(location))) {
            copy(versions.filter(Files::isDirectory).findFirst().orElseThrow(), target);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path copy = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(copy.getParent());
                    Files.copy(path, copy);
                }
            }
        }
    }
}
