package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The straight lines of a page, in groups that hang together: the frames of its tables. */
final class RuleNet {

    private static final float GAP = 3;

    private final List<Rule> rules;
    private final int[] group;

    private RuleNet(List<Rule> rules, PdfBudget budget) {
        this.rules = rules;
        this.group = new int[rules.size()];
        budget.steps((long) rules.size() * rules.size());
        join();
    }

    /** Returns the groups of lines that cross or meet each other. */
    static Collection<List<Rule>> groups(List<Rule> drawn, PdfBudget budget) {
        List<Rule> rules = new ArrayList<>(merged(drawn, true));
        rules.addAll(merged(drawn, false));
        return new RuleNet(rules, budget).groups();
    }

    private void join() {
        for (int index = 0; index < group.length; index++) {
            group[index] = index;
        }
        for (int one = 0; one < rules.size(); one++) {
            for (int other = one + 1; other < rules.size(); other++) {
                if (rules.get(one).horizontal() != rules.get(other).horizontal()
                        && rules.get(one).meets(rules.get(other))) {
                    group[root(one)] = root(other);
                }
            }
        }
    }

    private int root(int index) {
        int root = index;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    private Collection<List<Rule>> groups() {
        Map<Integer, List<Rule>> groups = new LinkedHashMap<>();
        for (int index = 0; index < rules.size(); index++) {
            groups.computeIfAbsent(root(index), none -> new ArrayList<>()).add(rules.get(index));
        }
        return groups.values();
    }

    /** Returns the lines of one direction, with those that continue each other as one. */
    private static List<Rule> merged(List<Rule> drawn, boolean horizontal) {
        List<Rule> merged = new ArrayList<>();
        List<Rule> level = new ArrayList<>();
        for (Rule rule : drawn.stream()
                .filter(rule -> rule.horizontal() == horizontal)
                .sorted(Comparator.comparingDouble(Rule::position))
                .toList()) {
            if (!level.isEmpty() && rule.position() - level.get(0).position() > GAP) {
                addLevel(merged, level);
                level.clear();
            }
            level.add(rule);
        }
        addLevel(merged, level);
        return merged;
    }

    /** Adds the lines that have the same position. */
    private static void addLevel(List<Rule> merged, List<Rule> level) {
        Rule open = null;
        for (Rule rule :
                level.stream().sorted(Comparator.comparingDouble(Rule::from)).toList()) {
            if (open != null && rule.from() - open.to() <= GAP) {
                open = new Rule(open.horizontal(), open.position(), open.from(), Math.max(open.to(), rule.to()));
            } else {
                if (open != null) {
                    merged.add(open);
                }
                open = rule;
            }
        }
        if (open != null) {
            merged.add(open);
        }
    }
}
