package org.gongkai.filing.revalidation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.Rule;
import org.hibernate.Session;

/**
 * The numbers of findings that a run has changed.
 *
 * @param rules by rule, in the order of their ids
 */
public record RuleCounts(List<RuleCounts.OfRule> rules) {

    private static final String BY_RULE = """
            select rule, count(*) filter (where kind = 'ADDED') as added, count(*) filter (where kind = 'REMOVED') as removed
            from revalidation_change
            where revalidation = :id
            group by rule
            order by rule""";

    /**
     * The numbers of findings of one rule.
     *
     * @param rule id of the rule
     * @param added number of findings that were added
     * @param removed number of findings that were removed
     */
    @Schema(name = "RevalidatedRule")
    public record OfRule(
            @Schema(pattern = Rule.ID_PATTERN, examples = "FIGURE-JUMP")
            String rule,

            @Schema(minimum = "0") long added,
            @Schema(minimum = "0") long removed) {}

    static RuleCounts of(Session session, long id) {
        return new RuleCounts(
                session.createNativeQuery(BY_RULE, Object[].class).setParameter("id", id).getResultList().stream()
                        .map(row -> new OfRule(
                                (String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                        .toList());
    }

    long added() {
        return rules.stream().mapToLong(OfRule::added).sum();
    }

    long removed() {
        return rules.stream().mapToLong(OfRule::removed).sum();
    }
}
