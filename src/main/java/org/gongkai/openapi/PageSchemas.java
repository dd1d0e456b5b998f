package org.gongkai.openapi;

import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Adds the schemas of pages that operations refer to only by name. The return type of an operation that can also response
 * CSV does not contain the type of the page, and an annotation cannot name it, because the type of a page is generic.
 */
final class PageSchemas {

    private static final String PREFIX = "#/components/schemas/";
    private static final String PAGE = "Page";

    private PageSchemas() {}

    static void complete(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Schema sample = schemas.entrySet().stream()
                .filter(schema -> schema.getKey().startsWith(PAGE))
                .findFirst()
                .orElseThrow()
                .getValue();
        Operations.all(document)
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .map(Schema::getRef)
                .filter(ref -> ref != null && ref.startsWith(PREFIX + PAGE))
                .map(ref -> ref.substring(PREFIX.length()))
                .filter(name -> !schemas.containsKey(name))
                .distinct()
                .toList()
                .forEach(name -> document.getComponents().addSchema(name, page(name, sample)));
    }

    private static Schema page(String name, Schema sample) {
        Schema page = OASFactory.createSchema().addType(SchemaType.OBJECT);
        Schema entry = OASFactory.createSchema().ref(name.substring(PAGE.length()));
        sample.getProperties()
                .forEach((property, schema) -> page.addProperty(
                        property,
                        property.equals("items")
                                ? OASFactory.createSchema()
                                        .addType(SchemaType.ARRAY)
                                        .items(entry)
                                        .maxItems(schema.getMaxItems())
                                : schema));
        return page;
    }
}
