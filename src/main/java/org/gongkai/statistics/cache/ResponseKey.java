package org.gongkai.statistics.cache;

import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gongkai.http.semantics.ContentCoding;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.statistics.data.DataScope;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Language;
import org.gongkai.text.Sha256;

/**
 * Everything that a response depends on, except for the version of the data.
 *
 * @param uri the query and the format, in their canonical spelling
 * @param scope the data that the response depends on; follows from the query
 * @param language the language; empty when the response is the same in all languages
 * @param audience the readers that receive this response
 * @param lastYear the last report year that is over: reports on later years are not expected
 * @param followsYears whether the same request may have another key later, as its years are those that have reports
 * @param isFinal whether the response never changes, as it is of an instant in the past
 * @param coding the coding of its bytes
 */
public record ResponseKey(
        CanonicalUri uri,
        DataScope scope,
        Optional<Language> language,
        Audience audience,
        int lastYear,
        boolean followsYears,
        boolean isFinal,
        ContentCoding coding) {

    /**
     * Returns the key of a response without a coding.
     *
     * @param asOf the instant of the data; empty for now
     */
    public static ResponseKey of(
            CanonicalUri uri,
            DataScope scope,
            Optional<Language> language,
            Audience audience,
            Optional<Instant> asOf,
            Instant now) {
        int lastYear = BeijingTime.lastYearOver(asOf.orElse(now));
        return new ResponseKey(
                uri, scope, language, audience, lastYear, false, asOf.isPresent(), ContentCoding.IDENTITY);
    }

    /**
     * Returns the key of the response for the years that have reports now.
     *
     * @param years these years
     * @param ofYears the data that the response depends on
     */
    public ResponseKey following(List<Integer> years, DataScope ofYears) {
        CanonicalUri resolved =
                uri.with("reportYears", years.stream().map(String::valueOf).toList());
        return new ResponseKey(resolved, ofYears, language, audience, lastYear, true, isFinal, coding);
    }

    /** Returns whether the response can still be current: no further report year is over. */
    boolean isCurrent(Instant now) {
        return isFinal || lastYear == BeijingTime.lastYearOver(now);
    }

    /** Returns the key of the same response in a coding. */
    ResponseKey in(ContentCoding other) {
        return other == coding
                ? this
                : new ResponseKey(uri, scope, language, audience, lastYear, followsYears, isFinal, other);
    }

    /**
     * Returns the entity tag. It contains the version of the data in its scope, unless the response never changes, and the
     * SHA-256 of all else that the response depends on: two responses of one release with the same tag are the same bytes, on
     * every replica. The tag ends with the coding.
     *
     * @param dataVersion the version of the data in the scope that the response is made from
     */
    EntityTag entityTag(long dataVersion) {
        String canonical = String.join(
                "\n",
                uri.text(),
                language.map(Language::name).orElse(""),
                audience.canonical(),
                String.valueOf(lastYear));
        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(canonical));
        return coding.tag(new EntityTag((isFinal ? "" : dataVersion + "-") + hash));
    }
}
