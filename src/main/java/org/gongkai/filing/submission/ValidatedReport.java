package org.gongkai.filing.submission;

import java.util.Optional;
import org.gongkai.filing.store.CheckedReport;
import org.gongkai.rules.book.ReportCheck;

/**
 * A submission whose report has been checked by itself, for which no database was needed.
 *
 * @param submission what was handed in
 * @param reading what could be read of the report, with everything that refuses it
 * @param report what is to be stored; empty when it is refused
 */
public record ValidatedReport(Submission submission, ReportCheck reading, Optional<CheckedReport> report) {}
