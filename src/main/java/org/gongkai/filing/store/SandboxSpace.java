package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;
import org.gongkai.text.Text;

/** The space of each holder of a test token in the database. */
@ApplicationScoped
class SandboxSpace {

    private static final String USED = """
            select count(r.revision) as revisions,
                   coalesce(sum(r.bytes), 0)
                   + coalesce((select sum(e.bytes) from sandbox_report e where e.holder = h.holder), 0) as bytes
            from unnest(?::text[]) as h (holder)
            left join sandbox_revision r on r.holder = h.holder
            group by h.holder""";

    private static final Text FULL = new Text(
            "每个测试令牌的持有人最多保存 %s 版、%s 字节的测试报送；请用 DELETE /api/v1/sandbox/submissions 删除后重试",
            "The sandbox of a holder keeps %s revisions and %s bytes; delete tests by DELETE /api/v1/sandbox/submissions, and"
                    + " repeat the request");

    private final SandboxConfig config;
    private final EntityManager entities;

    SandboxSpace(SandboxConfig config, EntityManager entities) {
        this.config = config;
        this.entities = entities;
    }

    /** The space that a holder uses. */
    private static final class Usage {

        private long revisions;
        private long bytes;

        void read(ResultSet used) throws SQLException {
            used.next();
            revisions = used.getLong("revisions");
            bytes = used.getLong("bytes");
        }
    }

    /**
     * Refuses what a transaction has stored if it does not fit.
     *
     * @throws ProblemException if the holder has more than the limits allow
     */
    void refuseMore(String holder) {
        Usage usage = new Usage();
        new StatementPipeline()
                .query(USED, usage::read, List.of(holder), List.of(Argument.text(name -> name)))
                .execute(entities);
        long maxSize = config.maxSize().asLongValue();
        if (usage.revisions > config.maxRevisions() || usage.bytes > maxSize) {
            throw new ProblemException(ProblemType.SANDBOX_FULL, FULL.with(config.maxRevisions(), maxSize));
        }
    }
}
