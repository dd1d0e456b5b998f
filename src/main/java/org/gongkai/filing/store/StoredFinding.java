package org.gongkai.filing.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import org.gongkai.rules.Severity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a rule says about a revision. */
@Entity
@Table(name = "finding")
public class StoredFinding extends PanacheEntityBase {

    @EmbeddedId
    public FindingId id;

    public String rule;

    @Enumerated(EnumType.STRING)
    public Severity severity;

    public String pointer;

    /** What was compared; an explanation holds as long as it is the same. */
    public String compared;

    /** The whole finding, in both languages, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String fault;

    /** In the order of the rule book. */
    static List<StoredFinding> of(RevisionId revision) {
        return list(
                "id.agency = ?1 and id.year = ?2 and id.revision = ?3 order by id.position",
                revision.agency(),
                revision.year(),
                revision.revision());
    }
}
