package org.gongkai.rules;

import java.util.Optional;

/**
 * A change of a rule, to be tried.
 *
 * @param rule id of the rule
 * @param severity the severity; empty if the rule is off
 * @param thresholds values of its thresholds
 */
public record RuleChange(String rule, Optional<Severity> severity, Thresholds thresholds) {}
