package org.gongkai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The contract in the repository is the one that the code generates. */
class ContractIT {

    @Test
    void isEqualToTheCommittedContract() throws IOException {
        String made = Files.readString(Path.of("target/openapi/openapi.yaml"));
        String committed = Files.readString(Path.of("openapi/openapi.yaml"));

        assertThat(made)
                .as("The contract has changed. If that is meant: cp target/openapi/openapi.yaml openapi/openapi.yaml")
                .isEqualTo(committed);
    }
}
