package org.gongkai.publication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Unit;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;

/** Reports with random figures of a usual size, on both forms in turn. The same number of reports is always the same. */
public final class RandomReports {

    private RandomReports() {}

    static List<Contents> of(int count) {
        Random random = new Random(20_261_128);
        return IntStream.range(0, count)
                .mapToObj(report -> report(report % 2 == 0 ? Forms.OF_2019 : Forms.OF_2021, random))
                .toList();
    }

    /** Generates a report on a form. */
    public static Contents report(Form form, Random random) {
        ObjectNode report = FilledForm.of(form, cell -> number(cell, form, random));
        form.texts().forEach(section -> report.put(section.name(), "本机关认真贯彻落实条例，主动接受社会监督。"));
        return Contents.of(form.firstYear() + random.nextInt(2), form, report, Set.of());
    }

    private static BigDecimal number(Cell cell, Form form, Random random) {
        Figure figure = form.figure(cell.figure()).orElseThrow();
        if (random.nextInt(3) > 0) {
            return BigDecimal.ZERO;
        }
        if (figure.unit() == Unit.TEN_THOUSAND_YUAN) {
            return BigDecimal.valueOf(random.nextInt(9_999_999), 4);
        }
        BigDecimal count = BigDecimal.valueOf((long) Math.pow(10, random.nextDouble() * 5));
        return figure.signed() && random.nextBoolean() ? count.negate() : count;
    }
}
