package org.gongkai.http.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of RFC 9110, section 12.5.1, on an address that offers JSON, CSV and XLSX, in this order. */
class AcceptedTypesTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<MediaType> OFFERED =
            List.of(MediaType.APPLICATION_JSON_TYPE, new MediaType("text", "csv", "UTF-8"), MediaType.valueOf(XLSX));

    private static String best(String header) {
        Optional<MediaType> best = AcceptedTypes.parse(header).best(OFFERED);
        return best.map(type -> Arrays.asList("json", "csv", "xlsx").get(OFFERED.indexOf(type)))
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|json",
                "' '|json",
                "','|json",
                "*/*|json",
                "*|json",
                "text/csv|csv",
                "TEXT/CSV|csv",
                "text/*|csv",
                ", ,text/csv ,|csv",
                "text/csv;|csv",
                "text/csv; charset=utf-8|csv",
                "text/csv;charset=\"utf-8\"|csv",
                "text/csv;header=\"a,b;c\"|csv",
                "text/html, text/csv|csv",
                "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8|json",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2|json",
                "application/pdf|none",
                "text/csv, application/json|csv",
                "application/json, text/csv|json",
                "*/*, text/csv|csv",
                "application/json;q=0.5, text/csv|csv",
                "application/json;q=0, text/csv;q=0|none",
                "application/json;q=0, */*|csv",
                "*/*;q=0|none",
                "*/*;q=0.000|none",
                "*/*, application/*;q=0|csv",
                "application/*;q=0.9, application/json;q=0.1, text/csv;q=0.5|xlsx",
                "text/*;q=0.3, text/csv;q=0.9, application/json;q=0.5|csv",
                "application/json;q=1.000, text/csv;q=0.999|json",
                "application/json;version=2;q=0, application/json|json",
                "text/csv;Q=0.1, application/json;q=0.2|json"
            })
    void choosesTheBestOfferedType(String header, String expected) {
        assertThat(best(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "/",
                "text/",
                "/csv",
                "*/csv",
                "text/csv/x",
                "text/csv; q",
                "text/csv;q=x",
                "text/csv;q=2",
                "text/csv;q=-1",
                "text/csv;q=0.1234",
                "text/csv;q=NaN",
                "text/csv;=1",
                ";q=1",
                "text/csv application/json",
                "text/csv;charset=\"utf-8",
                "\"text/csv\""
            })
    void refusesMalformedHeaders(String header) {
        assertThatThrownBy(() -> AcceptedTypes.parse(header)).isInstanceOf(IllegalArgumentException.class);
    }
}
