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

/** What the types that go over the wire mean, and which of their members are always there. */
final class WireTypes {

    private final Map<String, Class<?>> types;

    WireTypes(IndexView index) {
        types = AppClasses.of(index, WireTypes::mayGoOverTheWire)
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    }

    /** What is not public is nobody's business outside, and may share its name with what is. */
    private static boolean mayGoOverTheWire(ClassInfo known) {
        return (known.isRecord() || known.isEnum()) && Modifier.isPublic(known.flags());
    }

    void document(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> type(name).ifPresent(type -> document(schema, type)));
    }

    /** The schema of a page is named after what is on it, too. */
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
