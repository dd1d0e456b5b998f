package org.gongkai.filing.preview;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.rules.RuleChange;

/**
 * A preview that has been checked.
 *
 * @param years the report years, in ascending order
 * @param district code of the district; empty for all
 * @param agencies codes of the agencies to which the caller is limited; empty for all
 * @param changes the changes of rules
 */
record PreviewQuestion(
        List<Integer> years, Optional<String> district, Optional<Set<String>> agencies, List<RuleChange> changes) {

    Set<String> rules() {
        return changes.stream().map(RuleChange::rule).collect(Collectors.toUnmodifiableSet());
    }
}
