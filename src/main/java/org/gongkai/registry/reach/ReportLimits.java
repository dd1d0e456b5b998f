package org.gongkai.registry.reach;

import java.util.Optional;
import java.util.Set;

/**
 * The limits of the reports that a caller may work with.
 *
 * @param agencies codes of the agencies; empty if the caller may work with all
 * @param years the report years; empty if the caller may work with all
 */
public record ReportLimits(Optional<Set<String>> agencies, Optional<Set<Integer>> years) {}
