package org.gongkai.rules;

import java.util.Optional;

/**
 * The report of another agency for the same year with the same content.
 *
 * @param agency the code of the other agency
 * @param name its name; empty while its report is not in force, when only the agency itself and the oversight office may
 *     know of the report
 */
public record SameReport(String agency, Optional<String> name) {}
