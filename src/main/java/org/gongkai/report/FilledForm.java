package org.gongkai.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;

/** Fills in a form. */
public final class FilledForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Cell> cells;
    private final Function<Cell, BigDecimal> numbers;

    private FilledForm(Form form, Function<Cell, BigDecimal> numbers) {
        this.cells = form.figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .collect(Collectors.toMap(Cell::pointer, Function.identity()));
        this.numbers = numbers;
    }

    /**
     * Returns a report as JSON: the name of its form, and its content in the order of the form, with empty texts.
     *
     * @param numbers the number for each cell
     */
    public static ObjectNode of(Form form, Function<Cell, BigDecimal> numbers) {
        ObjectNode report = JSON.objectNode().put(Form.NAME_MEMBER, form.name());
        report.setAll(new FilledForm(form, numbers).object(form.root()));
        return report;
    }

    /** Returns a report as JSON: the name of its form, and its content in the order of the form. */
    public static ObjectNode of(Contents contents) {
        ObjectNode report = of(contents.form(), cell -> contents.figures().at(cell.pointer()));
        contents.form().texts().forEach(section -> report.put(section.name(), contents.text(section)));
        return report;
    }

    private ObjectNode object(FormNode formNode) {
        ObjectNode object = JSON.objectNode();
        formNode.children().forEach(child -> object.set(child.name(), value(child)));
        return object;
    }

    private JsonNode value(FormNode formNode) {
        return switch (formNode.kind()) {
            case TEXT -> TextNode.valueOf("");
            case COUNT, CHANGE -> JSON.numberNode(number(formNode).toBigIntegerExact());
            case AMOUNT -> DecimalNode.valueOf(plain(number(formNode)));
            case ROW, GROUP -> object(formNode);
        };
    }

    private BigDecimal number(FormNode formNode) {
        return numbers.apply(cells.get(formNode.pointer()));
    }

    /** Returns an amount without trailing zeros and without an exponent. */
    public static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
