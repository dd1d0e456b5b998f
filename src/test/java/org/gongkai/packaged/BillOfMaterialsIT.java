package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;

/** The list of libraries that is made with the package, for scanners of vulnerabilities. */
class BillOfMaterialsIT {

    private static final Path BILL = Path.of("target/bom.json");

    @Test
    void listsTheLibrariesOfThePackage_andNoneOfTheTests() throws IOException {
        assumeTrue(Files.exists(BILL), "An offline build makes no list of libraries, and -Dcyclonedx.skip neither");
        JsonNode bill = ReportFiles.JSON.readTree(BILL.toFile());

        assertThat(bill.at("/bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("gongkai");
        List<String> libraries = StreamSupport.stream(bill.get("components").spliterator(), false)
                .map(library -> library.get("group").asText() + ":"
                        + library.get("name").asText())
                .toList();
        assertThat(libraries)
                .contains("io.quarkus:quarkus-rest", "org.postgresql:postgresql", "io.netty:netty-common")
                .noneMatch(library -> library.startsWith("org.junit") || library.startsWith("io.rest-assured"));
    }
}
