package org.gongkai.filing.sandbox;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.gongkai.filing.revision.RevisionStatus;

/** A test report, for lists and for its removal. The database removes its revisions with it. */
@Entity
@Table(name = "sandbox_report")
public class SandboxReport extends PanacheEntityBase {

    @Id
    public Integer number;

    /** The subject of the token by which it was submitted. */
    public String holder;

    public String agency;

    public short year;

    /** The number of the newest revision. */
    public int revision;

    /** The status of the newest revision. */
    @Enumerated(EnumType.STRING)
    public RevisionStatus status;

    public String contentHash;

    public Instant submittedAt;

    public Instant firstSubmittedAt;

    public Instant changedAt;
}
