package org.gongkai.openapi;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;
import org.gongkai.form.statutory.Forms;

/** Adds the labels and limits of the statutory form to its schemas. */
final class FormSchemas {

    private FormSchemas() {}

    static void document(Components components) {
        Map<String, Schema> schemas = components.getSchemas();
        Forms.all().forEach(form -> document(form.root(), form.type(), schemas));
        components.addSchema("Report", anyForm());
        BigDecimal firstYear = BigDecimal.valueOf(Forms.firstYear());
        schemas.get("ReportYear").setMinimum(firstYear);
        schemas.get("YearFilter").setMinimum(firstYear);
    }

    /** Returns the schema of a report on any form, the newest form first. */
    private static Schema anyForm() {
        Schema report = OASFactory.createSchema()
                .description("A report in the form of its year: "
                        + Forms.all().stream()
                                .map(form -> form.type().getSimpleName() + " from " + form.firstYear() + " on")
                                .collect(Collectors.joining(", ")));
        Forms.all().stream()
                .sorted(Comparator.comparingInt(Form::firstYear).reversed())
                .map(form -> OASFactory.createSchema().ref(form.type().getSimpleName()))
                .forEach(report::addOneOf);
        return report;
    }

    private static void document(FormNode formNode, Class<?> type, Map<String, Schema> schemas) {
        Schema schema = schemas.get(type.getSimpleName());
        if (schema == null) {
            throw new IllegalStateException(type.getSimpleName() + "has no schema: add its form to package-info");
        }
        schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        for (FormNode child : formNode.children()) {
            Schema property = schema.getProperties().get(child.name());
            property.setTitle(child.label().zh());
            limit(child, property);
            if (!child.children().isEmpty()) {
                document(child, child.type(), schemas);
            }
        }
    }

    private static void limit(FormNode formNode, Schema property) {
        switch (formNode.kind()) {
            case TEXT -> property.setMaxLength(Form.MAX_TEXT);
            case CHANGE ->
                property.minimum(BigDecimal.valueOf(-Form.MAX_COUNT)).maximum(BigDecimal.valueOf(Form.MAX_COUNT));
            case COUNT -> property.minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(Form.MAX_COUNT));
            case AMOUNT -> property.minimum(BigDecimal.ZERO).maximum(Form.MAX_AMOUNT);
            default -> {}
        }
    }
}
