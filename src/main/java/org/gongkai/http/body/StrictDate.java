package org.gongkai.http.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads dates in the format {@code 2024-01-31} only: no number of days, no instant. */
final class StrictDate extends StdScalarDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    StrictDate() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        boolean written =
                parser.hasToken(JsonToken.VALUE_STRING) && parser.getText().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        try {
            if (written) {
                return LocalDate.parse(parser.getText());
            }
        } catch (DateTimeException noSuchDay) {
            // reported below, like any other text that is not a date
        }
        throw InvalidFormatException.from(parser, "Not a date", parser.getText(), LocalDate.class);
    }
}
