package org.gongkai.filing;

import java.util.Optional;
import org.gongkai.rules.Reading;

/**
 * A submission whose report has been checked by itself, for which no database was needed.
 *
 * @param submission what was handed in
 * @param reading what could be read of the report, with everything that refuses it
 * @param report what is to be stored; empty when it is refused
 */
record Prepared(Submission submission, Reading reading, Optional<CheckedReport> report) {}
