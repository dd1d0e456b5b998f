package org.gongkai.filing.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.report.FilledForm;
import org.gongkai.rules.Opening;
import org.gongkai.security.Actor;

/**
 * Drafts the next report: stocks start with the closing values of last year's reports in force, of the agency and of
 * those whose tasks it has taken over; all other figures are zero.
 */
@ApplicationScoped
class Template {

    private final ReportRepository repository;

    Template(ReportRepository repository) {
        this.repository = repository;
    }

    /** Returns the draft for an actor: in the sandbox, it starts from the test on last year if one is in force. */
    ObjectNode of(String agency, ReportYear year, Actor actor) {
        Opening lastYear =
                repository.view(FilingId.of(agency, year.value()), actor).opening(year.value());
        return FilledForm.of(year.form(), cell -> opening(cell, year.form(), lastYear));
    }

    /** Returns the opening value of a cell; zero where no cell of last year closes with it. */
    private static BigDecimal opening(Cell cell, Form form, Opening lastYear) {
        return form.figure(cell.figure()).orElseThrow().opensWith().stream()
                .flatMap(code -> form.figure(code).flatMap(figure -> figure.cellBeside(cell)).stream())
                .map(lastYear::at)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(Form.MAX_COUNT));
    }
}
