package org.gongkai.filing.revalidation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A finding that a run has added to a stored revision, or removed from it. */
@Entity
@Immutable
public class RevalidationChange extends PanacheEntityBase {

    /** The kind of a change. */
    @Schema(name = "RevalidationChangeKind")
    public enum Kind {
        /** The current rule book has the finding. */
        ADDED,
        /** An older rule book had the finding. */
        REMOVED
    }

    /** The reason of a change. */
    @Schema(name = "RevalidationReason")
    public enum Reason {
        /** The rule compares a government with its departments, whose reports have changed since the government reported. */
        DEPARTMENTS,
        /** The report was submitted under another version of the rule book. */
        RULE_BOOK,
        /** The rules are the same: other reports, the registry or a deadline have changed. */
        OTHER_DATA
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long revalidation;

    public String agency;

    public short year;

    public int revision;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String rule;

    /** Null in runs that are older than reasons. */
    @Enumerated(EnumType.STRING)
    public Reason reason;

    @Enumerated(EnumType.STRING)
    public Severity severity;

    public String pointer;

    /** The finding in both languages, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    public String fault;

    public Instant at;

    static RevalidationChange of(
            Revalidation run,
            RevisionId revision,
            Kind kind,
            Reason reason,
            Finding finding,
            String json,
            Instant now) {
        RevalidationChange change = new RevalidationChange();
        change.revalidation = run.id;
        change.agency = revision.agency();
        change.year = revision.year();
        change.revision = revision.revision();
        change.kind = kind;
        change.reason = reason;
        change.rule = finding.rule();
        change.severity = finding.severity();
        change.pointer = finding.pointer();
        change.fault = json;
        change.at = now;
        return change;
    }
}
