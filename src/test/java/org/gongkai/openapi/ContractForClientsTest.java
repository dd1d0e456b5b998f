package org.gongkai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of the contract without which generated clients have wrong types. */
class ContractForClientsTest {

    private static final String PARSER = "fromString";

    @Test
    void everyParameterHasAPlainType() throws IOException {
        JsonNode contract = new YAMLMapper().readTree(new File("openapi/openapi.yaml"));
        List<JsonNode> parameters = new ArrayList<>();
        contract.get("paths").findValues("parameters").forEach(list -> list.forEach(parameters::add));

        assertThat(parameters)
                .isNotEmpty()
                .extracting(parameter -> parameter.get("schema"))
                .allMatch(schema -> schema.has("type") || schema.has("$ref"), "has a type");
    }

    @ParameterizedTest
    @MethodSource("enumerationsOfParameters")
    void theContractListsTheValuesThatAParameterTakes(Class<?> type) throws ReflectiveOperationException {
        Method parser = type.getMethod(PARSER, String.class);

        assertThat(type.getAnnotation(Schema.class).enumeration())
                .extracting(literal -> parser.invoke(null, literal))
                .containsExactly(type.getEnumConstants());
    }

    static List<Class<?>> enumerationsOfParameters() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.gongkai").stream()
                        .filter(JavaClass::isEnum)
                        .filter(type -> type.isAnnotatedWith(Schema.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> type.getAnnotation(Schema.class).enumeration().length > 0)
                        .filter(ContractForClientsTest::isParsed)
                        .toList();
    }

    private static boolean isParsed(Class<?> type) {
        return Arrays.stream(type.getMethods()).map(Method::getName).anyMatch(PARSER::equals);
    }
}
