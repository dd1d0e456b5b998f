package org.gongkai.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** Adds the descriptions of the types in requests and responses, and lists the members that are always present. */
final class WireTypes {

    private final Map<String, Class<?>> types;

    WireTypes(IndexView index) {
        types = AppClasses.of(index, WireTypes::isPublicType)
                .collect(Collectors.<Class<?>, String, Class<?>>toMap(
                        WireTypes::schemaName, Function.identity(), WireTypes::preferNamed));
    }

    /** Returns the name of the schema: the one in the annotation, or else the simple name of the class. */
    private static String schemaName(Class<?> type) {
        return explicitName(type).orElseGet(type::getSimpleName);
    }

    private static Optional<String> explicitName(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class))
                .map(schema -> schema.name())
                .filter(name -> !name.isEmpty());
    }

    /** Returns the type whose annotation names the schema. An internal type may have the same simple name. */
    private static Class<?> preferNamed(Class<?> first, Class<?> second) {
        if (explicitName(first).isPresent() == explicitName(second).isPresent()) {
            throw new IllegalStateException("Two types for one schema: " + first + ", " + second);
        }
        return explicitName(first).isPresent() ? first : second;
    }

    /**
     * Checks that the type is public. Types that are not public are internal and may have the same name as a public
     * one.
     */
    private static boolean isPublicType(ClassInfo known) {
        return (known.isRecord() || known.isEnum()) && Modifier.isPublic(known.flags());
    }

    void document(Map<String, Schema> schemas) {
        schemas.get("Instant").setDescription("An instant in UTC (RFC 3339)");
        schemas.get("LocalDate").setDescription("A day of the Gregorian calendar (RFC 3339), in Beijing time");
        schemas.forEach((name, schema) -> type(name).ifPresent(type -> document(schema, type)));
    }

    /** Returns the type of a schema. The schema name of a page also contains the type of its entries. */
    private Optional<Class<?>> type(String schema) {
        return Optional.ofNullable(types.get(schema.startsWith("Page") ? "Page" : schema));
    }

    /** Moves the limits of strings and numbers from an array to its items: an annotation can only be at the array. */
    private static void limitItems(Schema property) {
        if (isArray(property)) {
            Schema items = property.getItems();
            Optional.ofNullable(property.getPattern()).ifPresent(items::setPattern);
            Optional.ofNullable(property.getFormat()).ifPresent(items::setFormat);
            Optional.ofNullable(property.getMinimum()).ifPresent(items::setMinimum);
            Optional.ofNullable(property.getEnumeration()).ifPresent(items::setEnumeration);
            property.pattern(null).format(null).minimum(null).setEnumeration(null);
        }
    }

    /** Returns whether an array has strings, whose examples may look like numbers: the framework reads "430212" as one. */
    private static boolean isOfStrings(Schema array) {
        return array.getItems().getType() != null && array.getItems().getType().contains(SchemaType.STRING);
    }

    private static boolean isArray(Schema property) {
        return property.getType() != null && property.getType().contains(SchemaType.ARRAY);
    }

    /** Makes one example of the items of an array: an annotation can only give the items. */
    private static void wrapExamples(Schema property) {
        if (isArray(property) && property.getExamples() != null) {
            property.setExamples(List.of(property.getExamples().stream()
                    .map(example -> isOfStrings(property) ? String.valueOf(example) : example)
                    .toList()));
        }
    }

    private static void document(Schema schema, Class<?> type) {
        Docs.of(type).ifPresent(schema::setDescription);
        if (type.isRecord() && schema.getProperties() != null) {
            List<String> required = documentMembers(schema, type);
            if (schema.getRequired() == null) {
                schema.setRequired(required);
            }
        }
    }

    /** Documents the members of a record, and of records whose members are in the same object. Returns the required ones. */
    private static List<String> documentMembers(Schema schema, Class<?> type) {
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                required.addAll(documentMembers(schema, component.getType()));
                continue;
            }
            Schema property = schema.getProperties().get(component.getName());
            Docs.ofComponent(type, component.getName()).ifPresent(property::setDescription);
            limitItems(property);
            wrapExamples(property);
            if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                required.add(component.getName());
            }
        }
        return required;
    }
}
