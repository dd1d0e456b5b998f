package org.gongkai.statistics.cache;

import jakarta.ws.rs.core.EntityTag;
import java.util.Base64;
import java.util.Optional;
import org.gongkai.http.semantics.ContentCoding;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.text.Language;
import org.gongkai.text.Sha256;

/**
 * Everything that a response depends on, except for the version of the data.
 *
 * @param uri the query and the format, in their canonical spelling
 * @param language the language; empty when the response is the same in all languages
 * @param audience the readers that receive this response
 * @param isFinal whether the response never changes, as it is of an instant in the past
 * @param coding the coding of its bytes
 */
public record ResponseKey(
        CanonicalUri uri, Optional<Language> language, Audience audience, boolean isFinal, ContentCoding coding) {

    /** Creates the key of a response without a coding. */
    public ResponseKey(CanonicalUri uri, Optional<Language> language, Audience audience, boolean isFinal) {
        this(uri, language, audience, isFinal, ContentCoding.IDENTITY);
    }

    /** Returns the key of the same response in a coding. */
    ResponseKey in(ContentCoding other) {
        return other == coding ? this : new ResponseKey(uri, language, audience, isFinal, other);
    }

    /**
     * Returns the entity tag. It contains the version of the data, unless the response never changes, and the SHA-256
     * of all else that the response depends on: two responses of one release with the same tag are the same bytes, on
     * every replica. The tag ends with the coding.
     *
     * @param dataVersion the version of the data that the response is made from
     */
    EntityTag entityTag(long dataVersion) {
        String canonical =
                String.join("\n", uri.text(), language.map(Language::name).orElse(""), audience.canonical());
        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(canonical));
        return coding.tag(new EntityTag((isFinal ? "" : dataVersion + "-") + hash));
    }
}
