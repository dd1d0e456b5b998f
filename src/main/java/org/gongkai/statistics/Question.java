package org.gongkai.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.registry.DistrictLevel;

/**
 * A roll-up that can be answered.
 *
 * @param asked codes of the figures, as they were named
 * @param figures code of each figure that rows are wanted for, in order, with the codes of the leaves that add up to it
 * @param groupBy the keys of a row, in the order asked for
 * @param level the level districts are taken at; empty for the agencies' own districts
 * @param years report years counted; empty for all
 * @param districts codes of districts counted, with all that lies in them; empty for all
 * @param categories codes of categories counted; empty for all
 * @param agencies codes of agencies counted; empty for all
 * @param applicantTypes types of applicant counted; empty for all
 */
record Question(
        List<String> asked,
        Map<String, List<String>> figures,
        Set<Dimension> groupBy,
        Optional<DistrictLevel> level,
        List<Integer> years,
        List<String> districts,
        List<String> categories,
        List<String> agencies,
        List<String> applicantTypes) {}
