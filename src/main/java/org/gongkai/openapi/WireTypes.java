package org.gongkai.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** Adds the descriptions of the types in requests and responses, and lists the members that are always present. */
final class WireTypes {

    private final Map<String, Class<?>> types;

    WireTypes(IndexView index) {
        types = AppClasses.of(index, WireTypes::mayGoOverTheWire)
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    }

    /**
     * Checks that the type is public. Types that are not public are internal and may have the same name as a public
     * one.
     */
    private static boolean mayGoOverTheWire(ClassInfo known) {
        return (known.isRecord() || known.isEnum()) && Modifier.isPublic(known.flags());
    }

    void document(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> type(name).ifPresent(type -> document(schema, type)));
    }

    /** Returns the type of a schema. The schema name of a page also contains the type of its entries. */
    private Optional<Class<?>> type(String schema) {
        return Optional.ofNullable(types.get(schema.startsWith("Page") ? "Page" : schema));
    }

    private static void document(Schema schema, Class<?> type) {
        Docs.of(type).ifPresent(schema::setDescription);
        if (type.isRecord() && schema.getProperties() != null) {
            List<String> always = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Schema property = schema.getProperties().get(component.getName());
                Docs.ofComponent(type, component.getName()).ifPresent(property::setDescription);
                if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                    always.add(component.getName());
                }
            }
            if (schema.getRequired() == null) {
                schema.setRequired(always);
            }
        }
    }
}
