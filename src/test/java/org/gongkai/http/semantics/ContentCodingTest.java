package org.gongkai.http.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.EntityTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of RFC 9110, section 12.5.3. */
class ContentCodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent|IDENTITY",
                "''|IDENTITY",
                "gzip|GZIP",
                "GZip|GZIP",
                "x-gzip|GZIP",
                "gzip, deflate, br|GZIP",
                "br;q=1.0, gzip;q=0.8, *;q=0.1|GZIP",
                "*|GZIP",
                "deflate, br|IDENTITY",
                "gzip;q=0|IDENTITY",
                "gzip;q=0, *|IDENTITY",
                "*;q=0|IDENTITY",
                "identity|IDENTITY",
                "identity;q=1, gzip;q=0.5|IDENTITY",
                "identity;q=0.5, gzip;q=0.5|GZIP",
                "identity;q=0|IDENTITY",
                "gzip;q=x|IDENTITY",
                "\"gzip|IDENTITY"
            })
    void choosesTheCodingThatTheClientPrefers(String accepted, ContentCoding expected) {
        assertThat(ContentCoding.preferred(accepted)).isEqualTo(expected);
    }

    @Test
    void givesEachCodingItsOwnTag() {
        EntityTag tag = new EntityTag("1-abc");

        assertThat(ContentCoding.IDENTITY.tag(tag)).isEqualTo(tag);
        assertThat(ContentCoding.GZIP.tag(tag).getValue()).isEqualTo("1-abc-gzip");
    }
}
