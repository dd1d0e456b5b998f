package org.gongkai.filing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.gongkai.http.ReportYear;
import org.gongkai.report.Cell;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;
import org.gongkai.report.Form;

/** Drafts the next report: stocks open with what last year's report in force closed with, everything else is zero. */
@ApplicationScoped
class Template {

    private final Dossiers dossiers;

    Template(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    ObjectNode of(String agency, ReportYear year) {
        Dossier dossier = dossiers.view(FilingId.of(agency, year.value()));
        Optional<Contents> lastYear = dossier.docket(year.value() - 1).inForce().map(dossier::contents);
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
