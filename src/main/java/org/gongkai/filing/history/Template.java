package org.gongkai.filing.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.FilingId;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.http.ReportYear;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;

/** Drafts the next report: stocks open with what last year's report in force closed with, everything else is zero. */
@ApplicationScoped
class Template {

    private final ReportRepository reportRepository;

    Template(ReportRepository reportRepository) {
        this.reportRepository = reportRepository;
    }

    ObjectNode of(String agency, ReportYear year) {
        AgencyReports agencyReports = reportRepository.view(FilingId.of(agency, year.value()));
        Optional<Contents> lastYear =
                agencyReports.docket(year.value() - 1).inForce().map(agencyReports::contents);
        return FilledForm.of(year.form(), cell -> lastYear.map(report -> opening(cell, year.form(), report))
                .orElse(BigDecimal.ZERO));
    }

    /** Zero for what opens with nothing. */
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
