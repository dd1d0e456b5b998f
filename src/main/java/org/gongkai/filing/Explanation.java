package org.gongkai.filing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.gongkai.rules.Fault;
import org.gongkai.rules.Finding;

/** Why a warning is right as it is. It holds for every revision in which the rule compares the same at the same place. */
@Entity
public class Explanation extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String agency;

    public short year;

    public String rule;

    public String pointer;

    public String compared;

    public String reason;

    public String explainedBy;

    public Instant explainedAt;

    /** Those of a report, the newest first. */
    static List<Explanation> of(FilingId filing) {
        return list("agency = ?1 and year = ?2 order by id desc", filing.agency(), filing.year());
    }

    boolean isAbout(Fault fault) {
        return rule.equals(fault.rule()) && pointer.equals(fault.pointer());
    }

    boolean explains(Fault fault) {
        return isAbout(fault) && compared.equals(fault.compared());
    }

    Finding.Explanation told() {
        return new Finding.Explanation(reason, explainedBy, explainedAt);
    }
}
