package org.gongkai.filing.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.http.ReportYear;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;

/**
 * Drafts the next report: stocks start with the closing values of last year's report in force, all other figures are
 * zero.
 */
@ApplicationScoped
class Template {

    private final ReportRepository repository;

    Template(ReportRepository repository) {
        this.repository = repository;
    }

    ObjectNode of(String agency, ReportYear year) {
        AgencyReports reports = repository.view(FilingId.of(agency, year.value()));
        Optional<Contents> lastYear =
                reports.history(year.value() - 1).inForce().map(TrackedRevision::contents);
        return FilledForm.of(year.form(), cell -> lastYear.map(report -> opening(cell, year.form(), report))
                .orElse(BigDecimal.ZERO));
    }

    /** Returns the opening value of a cell; zero where no cell of last year closes with it. */
    private static BigDecimal opening(Cell cell, Form form, Contents lastYear) {
        return form.figure(cell.figure()).orElseThrow().opensWith().stream()
                .flatMap(code -> form.figure(code).flatMap(figure -> figure.cellBeside(cell)).stream())
                .filter(lastYear.figures()::has)
                .map(lastYear.figures()::at)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(Form.MAX_COUNT));
    }
}
