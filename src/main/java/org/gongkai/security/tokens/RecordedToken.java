package org.gongkai.security.tokens;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.gongkai.security.TokenRights;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A token that the local issuer has signed, without the token itself. Only its revocation changes. */
@Entity
@Table(name = "issued_token")
public class RecordedToken extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer number;

    /** The claim {@code jti}. */
    @Column(updatable = false)
    public String id;

    @Column(updatable = false)
    public String role;

    @Column(updatable = false)
    public String subject;

    /** Codes of the agencies; the first is the one under which a token for agencies was issued. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false, columnDefinition = "text[]")
    public List<String> agencies;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false, columnDefinition = "text[]")
    public List<String> districts;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false, columnDefinition = "integer[]")
    public List<Integer> years;

    /** True if it submits tests only. */
    @Column(updatable = false)
    public boolean sandbox;

    @Column(updatable = false)
    public Instant issuedAt;

    @Column(updatable = false)
    public String issuedBy;

    @Column(updatable = false)
    public Instant expiresAt;

    /** The id of the token whose rights it took over; null if it has none. */
    @Column(updatable = false)
    public String replaces;

    /** The instant from which it is refused, which may be in the future; null if it was neither revoked nor replaced. */
    public Instant revokedAt;

    public String revokedBy;

    TokenRights rights() {
        return new TokenRights(subject, role, agencies, districts, years, sandbox);
    }

    TokenState state(Instant now) {
        if (revokedAt != null && !now.isBefore(revokedAt)) {
            return TokenState.REVOKED;
        }
        if (!now.isBefore(expiresAt)) {
            return TokenState.EXPIRED;
        }
        return revokedAt == null ? TokenState.VALID : TokenState.REPLACED;
    }
}
