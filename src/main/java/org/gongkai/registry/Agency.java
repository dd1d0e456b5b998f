package org.gongkai.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An administrative organ that owes a report each year. */
@Entity
public class Agency extends PanacheEntityBase {

    @Id
    public String code;

    /** The name it has now. */
    public String name;

    /** Since when it has that name; null for always. */
    public LocalDate nameSince;

    /** The names it had before, the oldest first. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<FormerName> formerNames = List.of();

    /** GB 32100; null where it is not known. */
    public String unifiedSocialCreditCode;

    /** The first day on which it exists; null where that is not known. */
    public LocalDate validFrom;

    /** The last day on which it exists; null while it does. */
    public LocalDate validTo;

    /** What carries on its tasks after its end; null where nothing does. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "successor")
    public Agency successor;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "district")
    public District district;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category")
    public Category category;

    @Enumerated(EnumType.STRING)
    public AgencyKind kind;

    /** The name it had on a day. */
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

    /** Whether it exists on a day, as far as is known. */
    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
