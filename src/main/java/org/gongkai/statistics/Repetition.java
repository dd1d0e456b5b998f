package org.gongkai.statistics;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.gongkai.http.Preconditions;
import org.gongkai.security.AccessConfig;

/**
 * Makes it cheap to ask again. What was answered from the data as they still are is given once more without asking the database, on
 * the thread that took the request; and who has it already is told so by 304.
 */
@ApplicationScoped
class Repetition {

    /** Something that can be answered. */
    interface Source {

        /** Sets the tag of what is written one way apart from what is written another. */
        String tagSuffix();

        /** By what else in a request the answer could have been another. */
        String vary();

        /** Whether it is asked as of an instant, so that the answer stays the same for good. */
        boolean settled();

        /** Checks that it can be asked at all, without reading a figure. */
        void check(long state) throws SQLException;

        /** Answers from data in a given state, or a later one. */
        Answer answer(long state) throws SQLException;
    }

    private static final int A_YEAR = 31_536_000;

    private final Answers answers;
    private final DataState state;
    private final AccessConfig access;

    Repetition(Answers answers, DataState state, AccessConfig access) {
        this.answers = answers;
        this.state = state;
        this.access = access;
    }

    /**
     * Answers a question, or says that nothing has changed.
     *
     * @param question what is asked, and in what form; what is asked alike is answered alike
     * @param personal whether not everybody may know the answer
     */
    Uni<Response> answer(String question, HttpHeaders headers, boolean personal, Source source) {
        Preconditions preconditions = Preconditions.of(headers);
        boolean shared = access.publicRead() && !personal;
        return known(question, source)
                .filter(answer -> answer.hasBody() || preconditions.alreadyHas(answer.tag()))
                .map(answer -> Uni.createFrom().item(respond(answer, preconditions, shared, source)))
                .orElseGet(() -> Uni.createFrom()
                        .item(() -> respond(ask(question, preconditions, source), preconditions, shared, source))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    private Optional<Answer> known(String question, Source source) {
        OptionalLong known = source.settled() ? OptionalLong.of(0) : state.known();
        return known.isPresent() ? answers.find(new Answers.Asked(question, known.getAsLong())) : Optional.empty();
    }

    private Answer ask(String question, Preconditions preconditions, Source source) {
        try {
            long current = state.current();
            Answers.Asked key = new Answers.Asked(question, source.settled() ? 0 : current);
            Answer answer = answers.find(key)
                    .filter(found -> found.hasBody() || preconditions.alreadyHas(found.tag()))
                    .orElse(null);
            if (answer == null) {
                answer = ask(current, preconditions, source);
                answers.keep(key, answer);
            }
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer ask(long current, Preconditions preconditions, Source source) throws SQLException {
        EntityTag tag = tag(current, source);
        if (!source.settled() && preconditions.alreadyHas(tag)) {
            source.check(current);
            return Answer.unchanged(tag);
        }
        return source.answer(current);
    }

    /** The tag of an answer from data in this state. */
    static EntityTag tag(long state, Source source) {
        return new EntityTag(state + source.tagSuffix());
    }

    private static Response respond(Answer answer, Preconditions preconditions, boolean shared, Source source) {
        Response.ResponseBuilder response =
                preconditions.alreadyHas(answer.tag()) ? Response.notModified() : Response.ok(answer.body());
        answer.headers().forEach(response::header);
        return response.tag(answer.tag())
                .header(HttpHeaders.CACHE_CONTROL, cacheControl(shared, source))
                .header(HttpHeaders.VARY, source.vary())
                .build();
    }

    /** Caches ask each time whether an answer still holds, unless it holds for good. */
    private static String cacheControl(boolean shared, Source source) {
        return (shared ? "public, " : "private, ")
                + (source.settled() ? "max-age=" + A_YEAR + ", immutable" : "no-cache");
    }
}
