package org.gongkai.statistics.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.http.semantics.ContentCoding;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.statistics.data.DataScope;
import org.gongkai.text.Language;
import org.junit.jupiter.api.Test;

class ResponseKeyTest {

    private static final CanonicalUri URI = new CanonicalUri("/api/v1/statistics").with("figure", List.of("requests"));

    @Test
    void tagsDifferForEachPartOfTheKey() {
        Stream<ResponseKey> keys = Stream.of(
                key(URI, Audience.PUBLIC),
                key(URI.with("format", List.of("csv")), Audience.PUBLIC),
                key(URI, Audience.OVERSIGHT),
                key(URI, submitter("oversight")),
                key(URI, submitter("OVERSIGHT")),
                key(URI, submitter("a", "b")),
                key(URI, submitter("a b")),
                key(URI, submitter("a1:b")),
                new ResponseKey(
                        URI,
                        DataScope.EVERYTHING,
                        Optional.empty(),
                        Audience.PUBLIC,
                        2025,
                        false,
                        false,
                        ContentCoding.IDENTITY),
                new ResponseKey(
                        URI,
                        DataScope.EVERYTHING,
                        Optional.of(Language.EN),
                        Audience.PUBLIC,
                        2024,
                        false,
                        false,
                        ContentCoding.IDENTITY),
                new ResponseKey(
                        URI,
                        DataScope.EVERYTHING,
                        Optional.of(Language.ZH),
                        Audience.PUBLIC,
                        2024,
                        false,
                        false,
                        ContentCoding.IDENTITY));

        assertThat(keys.map(key -> key.entityTag(7))).doesNotHaveDuplicates();
        assertThat(key(URI, Audience.PUBLIC).entityTag(8))
                .isNotEqualTo(key(URI, Audience.PUBLIC).entityTag(7));
    }

    @Test
    void tagsAreTheSameOnEveryReplica() {
        ResponseKey key = key(URI, submitter("b", "a"));

        assertThat(key.entityTag(7)).isEqualTo(key(URI, submitter("a", "b")).entityTag(7));
        assertThat(key.entityTag(7).getValue()).matches("7-[A-Za-z0-9_-]{43}");
    }

    @Test
    void tagsOfFinalResponsesDoNotDependOnTheVersionOfTheData() {
        ResponseKey key = new ResponseKey(
                URI,
                DataScope.EVERYTHING,
                Optional.empty(),
                Audience.PUBLIC,
                2024,
                false,
                true,
                ContentCoding.IDENTITY);

        assertThat(key.entityTag(7)).isEqualTo(key.entityTag(8));
    }

    @Test
    void onlySubmittersHaveAgencies() {
        assertThatThrownBy(() -> new Audience(Audience.Role.PUBLIC, Set.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Audience(Audience.Role.SUBMITTER, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ResponseKey key(CanonicalUri uri, Audience audience) {
        return new ResponseKey(
                uri, DataScope.EVERYTHING, Optional.empty(), audience, 2024, false, false, ContentCoding.IDENTITY);
    }

    private static Audience submitter(String... agencies) {
        return new Audience(Audience.Role.SUBMITTER, Set.of(agencies));
    }
}
