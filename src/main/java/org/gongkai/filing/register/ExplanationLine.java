package org.gongkai.filing.register;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.gongkai.registry.agency.Agency;
import org.hibernate.annotations.Immutable;

/** An explanation with its state and the uses of its wording, which the database derives. */
@Entity
@Immutable
@Table(name = "explanation_line")
class ExplanationLine extends PanacheEntityBase {

    @Id
    public long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agency")
    public Agency agency;

    public short year;

    /** The revision for which the explanation was given. */
    public int revision;

    public String rule;

    public String pointer;

    public String reason;

    public String explainedBy;

    public Instant explainedAt;

    /** The key of the wording. */
    public String wording;

    /** The finding that was explained, as JSON; null if it was replaced before findings were kept. */
    public String fault;

    @Enumerated(EnumType.STRING)
    public ExplanationState state;

    /** The number of explanations with this wording, in all years. */
    public long uses;

    /** The number of agencies that used it. */
    public int agencies;

    /** The number of explanations of this agency with this wording. */
    public long ownUses;

    /** The number of years in which this agency used it. */
    public int ownYears;
}
