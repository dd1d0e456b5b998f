package org.gongkai.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages call the API with the types of the contract: when it changes, so do they, or the build fails. */
class ContractInTypeScriptTest {

    private static final Path COMMITTED = Path.of("src/main/resources/web/app/api/contract.ts");
    private static final Path MADE = Path.of("target/contract.ts");

    @Test
    void isTheContractOfThePages() throws IOException {
        String made = ContractInTypeScript.ofContract();
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);

        assertThat(COMMITTED)
                .as("The contract has changed: cp %s %s, and adapt the pages", MADE, COMMITTED)
                .hasContent(made);
    }
}
