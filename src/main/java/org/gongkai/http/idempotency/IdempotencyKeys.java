package org.gongkai.http.idempotency;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gongkai.http.idempotency.Claim.Answered;
import org.gongkai.http.idempotency.Claim.Granted;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/**
 * The keys and answers in the database, which all replicas of the service share. Each step is a transaction of its own, so
 * that other requests see it at once.
 */
@ApplicationScoped
class IdempotencyKeys {

    /** The header of a repeated answer. */
    static final String REPLAYED = "Idempotent-Replayed";

    /** The time for which an answer is kept. */
    private static final Duration KEPT = Duration.ofHours(24);

    /**
     * The time after which a request that has not been answered no longer counts as under way: its process has ended. It is
     * longer than any transaction; a batch renews it.
     */
    private static final Duration LEASE = Duration.ofMinutes(15);

    /** The maximum number of keys of a client within 24 hours. */
    private static final int MAX_KEYS = 100_000;

    /** The number of expired rows that a request removes. It adds one, so the expired ones never pile up. */
    private static final int REMOVED = 20;

    private static final String REMOVE = """
            delete from idempotency_key where (owner, id) in (
                select owner, id from idempotency_key where expires_at <= :now
                order by expires_at limit :removed for update skip locked)""";

    private static final String IS_FULL = """
            select count(*) >= :most from (select from idempotency_key where owner = :owner limit :most) k""";

    private static final String CLAIM = """
            insert into idempotency_key as k (owner, id, request, body, expires_at)
            values (:owner, :id, :request, cast(:body as bytea), :until)
            on conflict (owner, id) do update
                set request = excluded.request, body = excluded.body, status = null, answer = null,
                    expires_at = excluded.expires_at
                where k.expires_at <= :now""";

    private static final String CLAIM_AGAIN = """
            update idempotency_key set status = null, expires_at = :until
            where owner = :owner and id = :id and status is not null and answer is null""";

    private static final String FIND =
            "select request, body, status, answer from idempotency_key where owner = :owner and id = :id";

    private static final String RENEW =
            "update idempotency_key set expires_at = :until where owner = :owner and id = :id and status is null";

    private static final String COMPLETE = """
            update idempotency_key
            set status = :status, body = coalesce(body, cast(:body as bytea)), answer = cast(:answer as bytea),
                expires_at = :until
            where owner = :owner and id = :id and status is null""";

    private static final String RELEASE =
            "delete from idempotency_key where owner = :owner and id = :id and status is null";

    private static final Text OTHER_ADDRESS =
            new Text("幂等键已用于另一方法或地址的请求", "The key was used for a request with another method or address");

    private static final Text OTHER_BODY =
            new Text("幂等键已用于正文不同的请求", "The key was used for a request with another body");

    private static final Text TOO_MANY_KEYS =
            new Text("24 小时内最多使用 %s 个幂等键", "A client may use %s keys within 24 hours");

    private final Clock clock;
    private final AnswerSpace space;

    IdempotencyKeys(Clock clock, AnswerSpace space) {
        this.clock = clock;
        this.space = space;
    }

    /**
     * Claims a key for a request, or returns the answer to an earlier one.
     *
     * @param request hash of method and address
     * @param body hash of the body; {@code null} for a batch, whose body is received later
     * @throws ProblemException if a request with the key is under way, or the earlier one was another one
     */
    @Transactional(TxType.REQUIRES_NEW)
    Claim claim(IdempotencyKey key, byte[] request, byte[] body) {
        Instant now = clock.instant();
        query(REMOVE).setParameter("now", now).setParameter("removed", REMOVED).executeUpdate();
        refuseTooMany(key);
        int claimed = ofKey(CLAIM, key)
                .setParameter("request", request)
                .setParameter("body", body)
                .setParameter("now", now)
                .setParameter("until", now.plus(LEASE))
                .executeUpdate();
        return claimed > 0 ? new Granted(key, null) : earlier(key, request, body, now);
    }

    private static void refuseTooMany(IdempotencyKey key) {
        boolean full = (Boolean) query(IS_FULL)
                .setParameter("owner", key.owner())
                .setParameter("most", MAX_KEYS)
                .getSingleResult();
        if (full) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, TOO_MANY_KEYS.with(MAX_KEYS))
                    .with(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(Duration.ofHours(1).toSeconds()));
        }
    }

    private static Claim earlier(IdempotencyKey key, byte[] request, byte[] body, Instant now) {
        List<?> rows = ofKey(FIND, key).getResultList();
        if (rows.isEmpty()) {
            throw ProblemException.of(ProblemType.REQUEST_UNDER_WAY);
        }
        Object[] row = (Object[]) rows.get(0);
        byte[] firstBody = (byte[]) row[1];
        refuseOther(request, (byte[]) row[0], OTHER_ADDRESS);
        refuseOther(body, firstBody, OTHER_BODY);
        if (row[2] == null) {
            throw ProblemException.of(ProblemType.REQUEST_UNDER_WAY);
        }
        if (row[3] != null) {
            return new Answered(replay(((Number) row[2]).intValue(), KeptAnswer.decrypted((byte[]) row[3], key)));
        }
        if (body != null) {
            throw ProblemException.of(ProblemType.ANSWER_NOT_KEPT);
        }
        return claimAgain(key, firstBody, now);
    }

    private static void refuseOther(byte[] now, byte[] first, Text reason) {
        if (now != null && first != null && !Arrays.equals(now, first)) {
            throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED, reason);
        }
    }

    /** Claims the key of a batch that has been processed, to process it again. */
    private static Claim claimAgain(IdempotencyKey key, byte[] firstBody, Instant now) {
        int claimed =
                ofKey(CLAIM_AGAIN, key).setParameter("until", now.plus(LEASE)).executeUpdate();
        if (claimed == 0) {
            throw ProblemException.of(ProblemType.REQUEST_UNDER_WAY);
        }
        return new Granted(key, firstBody);
    }

    private static Response replay(int status, KeptAnswer answer) {
        Response.ResponseBuilder response = Response.status(status);
        answer.headers().forEach(response::header);
        if (answer.body().length > 0) {
            response.entity(answer.body());
        }
        return response.header(REPLAYED, true).build();
    }

    /** Returns the refusal of a batch with another body than the first one. */
    static ProblemException otherBody() {
        return new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED, OTHER_BODY);
    }

    /** Prolongs the claim of a batch that is still being received. */
    @Transactional(TxType.REQUIRES_NEW)
    void renew(IdempotencyKey key) {
        ofKey(RENEW, key).setParameter("until", clock.instant().plus(LEASE)).executeUpdate();
    }

    /**
     * Keeps an answer for 24 hours, if there is space for it.
     *
     * @param body hash of the body of a batch; {@code null} if it is known
     * @param answer the encrypted answer; {@code null} if it is not to be kept
     */
    @Transactional(TxType.REQUIRES_NEW)
    void complete(IdempotencyKey key, byte[] body, int status, byte[] answer) {
        boolean isKept = answer != null && space.take(answer.length);
        ofKey(COMPLETE, key)
                .setParameter("status", (short) status)
                .setParameter("body", body)
                .setParameter("answer", isKept ? answer : null)
                .setParameter("until", clock.instant().plus(KEPT))
                .executeUpdate();
    }

    /** Forgets a request that failed, so that a repetition is processed. */
    @Transactional(TxType.REQUIRES_NEW)
    void release(IdempotencyKey key) {
        ofKey(RELEASE, key).executeUpdate();
    }

    private static Query ofKey(String sql, IdempotencyKey key) {
        return query(sql).setParameter("owner", key.owner()).setParameter("id", key.id());
    }

    private static Query query(String sql) {
        return Panache.getEntityManager().createNativeQuery(sql);
    }
}
