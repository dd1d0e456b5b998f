package org.gongkai.registry.agency;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.registry.category.Category;
import org.gongkai.registry.district.District;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An administrative organ that owes a report each year. */
@Entity
@SecondaryTable(name = "agency_contact", pkJoinColumns = @PrimaryKeyJoinColumn(name = "agency"))
public class Agency extends PanacheEntityBase {

    @Id
    public String code;

    /** The current name. */
    public String name;

    /** The first day of the current name; null if it is the first name. */
    public LocalDate nameSince;

    /** The former names, the oldest first. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<FormerName> formerNames = List.of();

    /** The unified social credit code of GB 32100; null if unknown. */
    public String unifiedSocialCreditCode;

    /** The first day of its existence; null if unknown. */
    public LocalDate validFrom;

    /** The last day of its existence; null while it exists. */
    public LocalDate validTo;

    /** The agency that continues its tasks after its end; null if there is none, or if there are several. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "successor")
    public Agency successor;

    /** The codes of the agencies that continue its tasks if it was split; otherwise empty. */
    @Column(columnDefinition = "text[]")
    public List<String> splitInto = List.of();

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "district")
    public District district;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category")
    public Category category;

    @Enumerated(EnumType.STRING)
    public AgencyKind kind;

    /** The person that the oversight office asks for; null if unknown. */
    @Column(table = "agency_contact")
    public String contactPerson;

    /** The telephone numbers of this person; null if unknown. */
    @Column(table = "agency_contact")
    public String telephone;

    /** The e-mail address of this person; null if unknown. */
    @Column(table = "agency_contact")
    public String email;

    /** Returns the name on a day. */
    public String nameOn(LocalDate day) {
        if (nameSince == null || !day.isBefore(nameSince)) {
            return name;
        }
        return formerNames.stream()
                .filter(former -> former.since() == null || !day.isBefore(former.since()))
                .reduce((earlier, later) -> later)
                .map(FormerName::name)
                .orElse(name);
    }

    /** Returns the codes of all agencies that continue its tasks. */
    List<String> successors() {
        return successor == null ? splitInto : List.of(successor.code);
    }

    /** Returns whether the agency exists on a day; an unknown first day counts as always. */
    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
