package org.gongkai.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Removes the default of a parameter beside the reference to its type, because generators make a parameter of any type of
 * the two. The default is declared by the type.
 */
final class ParameterDefaults {

    private ParameterDefaults() {}

    static void moveToType(Parameter parameter) {
        List<Schema> parts = parameter.getSchema().getAllOf();
        if (parts != null && parts.get(0).getRef() != null) {
            parameter.setSchema(parts.get(0));
        }
    }
}
