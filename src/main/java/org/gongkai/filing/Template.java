package org.gongkai.filing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.gongkai.http.ReportYear;
import org.gongkai.report.Cell;
import org.gongkai.report.Contents;
import org.gongkai.report.Figure;
import org.gongkai.report.Form;
import org.gongkai.report.Node;

/** Drafts the next report: stocks open with what last year's report in force closed with, everything else is zero. */
@ApplicationScoped
class Template {

    private final Dossiers dossiers;
    private final ObjectMapper mapper;

    Template(Dossiers dossiers, ObjectMapper mapper) {
        this.dossiers = dossiers;
        this.mapper = mapper;
    }

    ObjectNode of(String agency, ReportYear year) {
        Dossier dossier = dossiers.view(FilingId.of(agency, year.value()));
        Optional<Contents> lastYear = dossier.docket(year.value() - 1).inForce().map(dossier::contents);
        return object(year.form().root(), year.form(), lastYear);
    }

    private ObjectNode object(Node node, Form form, Optional<Contents> lastYear) {
        ObjectNode object = mapper.createObjectNode();
        for (Node child : node.children()) {
            switch (child.kind()) {
                case TEXT -> object.put(child.name(), "");
                case COUNT, CHANGE ->
                    object.put(child.name(), opening(child, form, lastYear).longValueExact());
                case AMOUNT -> object.put(child.name(), opening(child, form, lastYear));
                default -> object.set(child.name(), object(child, form, lastYear));
            }
        }
        return object;
    }

    private static BigDecimal opening(Node number, Form form, Optional<Contents> lastYear) {
        return lastYear.flatMap(report -> cell(number, form).map(cell -> opening(cell, form, report)))
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal opening(Cell cell, Form form, Contents lastYear) {
        return form.figure(cell.figure()).orElseThrow().opensWith().stream()
                .flatMap(code -> form.figure(code).flatMap(figure -> figure.cellBeside(cell)).stream())
                .filter(lastYear.figures()::has)
                .map(lastYear.figures()::at)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(Form.MAX_COUNT));
    }

    private static Optional<Cell> cell(Node number, Form form) {
        return form.figures().stream()
                .filter(figure -> !figure.opensWith().isEmpty())
                .map(Figure::cells)
                .flatMap(cells -> cells.stream().filter(cell -> cell.pointer().equals(number.pointer())))
                .findFirst();
    }
}
