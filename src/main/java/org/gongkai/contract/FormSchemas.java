package org.gongkai.contract;

import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.gongkai.report.Form;
import org.gongkai.report.Forms;
import org.gongkai.report.Node;

/** The schemas of the statutory form: its labels, and its limits. */
final class FormSchemas {

    private FormSchemas() {}

    static void document(Map<String, Schema> schemas) {
        document(Forms.OF_2021.root(), Forms.OF_2021.type(), schemas);
        BigDecimal firstYear = BigDecimal.valueOf(Forms.firstYear());
        schemas.get("ReportYear").setMinimum(firstYear);
        schemas.get("YearFilter").setMinimum(firstYear);
    }

    private static void document(Node node, Class<?> type, Map<String, Schema> schemas) {
        Schema schema = schemas.get(type.getSimpleName());
        schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        for (Node child : node.children()) {
            Schema property = schema.getProperties().get(child.name());
            property.setTitle(child.label().zh());
            limit(child, property);
            if (!child.children().isEmpty()) {
                document(child, child.type(), schemas);
            }
        }
    }

    private static void limit(Node node, Schema property) {
        switch (node.kind()) {
            case TEXT -> property.setMaxLength(Form.MAX_TEXT);
            case COUNT -> property.minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(Form.MAX_COUNT));
            case AMOUNT -> property.minimum(BigDecimal.ZERO).maximum(Form.MAX_AMOUNT);
            default -> {}
        }
    }
}
