package org.gongkai.filing.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;

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

    boolean isAbout(Finding finding) {
        return rule.equals(finding.rule()) && pointer.equals(finding.pointer());
    }

    boolean explains(Finding finding) {
        return isAbout(finding) && compared.equals(finding.compared());
    }

    FindingView.Explanation told() {
        return new FindingView.Explanation(reason, explainedBy, explainedAt);
    }
}
