package org.gongkai.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.report.Text;
import org.gongkai.rules.Relation;
import org.gongkai.rules.Rule;
import org.gongkai.rules.Severity;

/**
 * A rule of the rule book.
 *
 * @param id stable name, as findings give it
 * @param severity what breaking it does to a submission
 * @param statement what it demands
 * @param relations every place where it applies, in print order
 */
public record RuleEntry(
        @Schema(examples = "T3-BALANCE") String id, Severity severity, Text statement, List<RelationEntry> relations) {

    /**
     * One place where a rule applies.
     *
     * @param pointer RFC 6901 JSON Pointer to the cell that a finding points to
     * @param cell where that cell stands on paper
     * @param formula the equation, in the names the form prints
     */
    public record RelationEntry(String pointer, Text cell, Text formula) {

        static RelationEntry of(Relation relation) {
            return new RelationEntry(
                    relation.carrier().pointer(), relation.carrier().place(), relation.formula());
        }
    }

    static RuleEntry of(Rule rule, List<Relation> relations) {
        return new RuleEntry(
                rule.id(),
                rule.severity(),
                rule.statement(),
                relations.stream().map(RelationEntry::of).toList());
    }
}
