package org.gongkai.filing.carryover;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.category.Category;
import org.gongkai.registry.district.District;
import org.hibernate.annotations.Immutable;

/** A line of the ledger, which the database derives from the reports in force. */
@Entity
@Immutable
@Table(name = "carry_over_line")
public class CarryOverLine extends PanacheEntityBase {

    @EmbeddedId
    public CarryOverId id;

    /** The place of the column in the form. */
    public int columnNumber;

    public String name;

    @Enumerated(EnumType.STRING)
    public AgencyKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "district")
    public District district;

    /** The number of the place: the district with its ancestors when the year was opened. */
    public int place;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category")
    public Category category;

    /** The codes of the agencies whose reports on last year are added. */
    @Column(columnDefinition = "text[]")
    public List<String> sources;

    /** Row 四 of the reports on last year; null if it is not known completely. */
    public BigDecimal carriedForward;

    /** Row 二 of the report; null if none is in force. */
    public BigDecimal carriedOver;

    public BigDecimal difference;

    @Enumerated(EnumType.STRING)
    public CarryOverStatus status;

    /** The reason why nothing could be compared; null if it was. */
    @Enumerated(EnumType.STRING)
    public CarryOverObstacle obstacle;

    public String reason;

    public String explainedBy;

    public Instant explainedAt;

    /** The size of the difference plus 1; 0 if nothing could be compared. */
    public int weight;

    /** Returns the JSON Pointer to row 二 in the report. */
    String pointer() {
        return "/requests/carriedOver/" + id.applicantType();
    }
}
