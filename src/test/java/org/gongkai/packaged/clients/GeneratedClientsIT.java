package org.gongkai.packaged.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.OptionalTools;
import org.gongkai.testing.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Clients generated from the contract that are compiled, but do not do the job. */
@EnabledIf(
        value = "org.gongkai.packaged.clients.GeneratedClients#exist",
        disabledReason = "No clients were generated: -DskipClients turns that off")
class GeneratedClientsIT {

    /** The folder of Go packages that Debian installs. */
    private static final Path GO_PACKAGES = Path.of("/usr/share/gocode");

    @TempDir
    Path folder;

    /**
     * Checks that the contract names every type. The generator names a type without a name after its place, or numbers
     * it.
     */
    @Test
    void everyTypeHasANameOfTheContract() throws IOException {
        String contract = Files.readString(Path.of("openapi/openapi.yaml"));

        assertThat(GeneratedClients.files(
                        GeneratedClients.FOLDER.resolve("java/src/main/java/org/gongkai/client/model"), ".java"))
                .map(file -> Path.of(file).getFileName().toString().replace(".java", ""))
                .filteredOn(name -> !name.equals("AbstractOpenApiSchema"))
                .allSatisfy(name -> assertThat(contract).contains("\n    " + name + ":\n"))
                .noneMatch(name -> name.startsWith("Inline") || name.startsWith("Model") || name.startsWith("Json"));
    }

    /** The only library of the client is taken from Debian, so no module is downloaded. */
    @Test
    void goClientCompiles() throws Exception {
        Path client = GeneratedClients.folderOfProfile("go");
        OptionalTools.require(
                "go",
                Tool.works("go", "version") && Files.isDirectory(GO_PACKAGES.resolve("src/gopkg.in/validator.v2")),
                "No Go, or not the Debian package golang-gopkg-validator.v2-dev");
        Map<String, String> environment = Map.of("GO111MODULE", "off", "GOPATH", GO_PACKAGES.toString());

        assertThat(OptionalTools.run(client, environment, List.of("go", "vet", ".")))
                .isEmpty();
    }

    @Test
    void kotlinClientCompiles() throws Exception {
        Path client = GeneratedClients.folderOfProfile("kotlin");
        List<String> compiler = new ArrayList<>(List.of(OptionalTools.jdk("java"), "-XX:TieredStopAtLevel=1", "-cp"));
        compiler.addAll(List.of(
                GeneratedClients.classPath("lib-kotlin"), "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-nowarn"));
        compiler.addAll(List.of("-no-stdlib", "-no-reflect", "-jvm-target", "17", "-d", folder.toString(), "-cp"));
        compiler.add(String.join(
                File.pathSeparator, GeneratedClients.files(GeneratedClients.FOLDER.resolve("lib-kotlin"), ".jar")));
        compiler.add(client.resolve("src/main/kotlin").toString());

        OptionalTools.run(folder, compiler);

        assertThat(GeneratedClients.files(folder, "Api.class")).isNotEmpty();
    }

    /** There is no .NET SDK in the package registries of Debian, so the client is only generated. */
    @Test
    void csharpClientIsGenerated() throws IOException {
        Path models = GeneratedClients.folderOfProfile("csharp").resolve("src/Gongkai.Client/Model");

        assertThat(models.resolve("AnnualReport.cs")).content().contains("public FormEnum Form");
        assertThat(models.resolve("RowOrder.cs")).exists();
    }
}
