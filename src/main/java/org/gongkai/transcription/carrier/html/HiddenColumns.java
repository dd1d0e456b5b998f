package org.gongkai.transcription.carrier.html;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.transcription.page.GridBuilder;
import org.jsoup.nodes.Element;

/** The hidden columns of a table, as spreadsheets save them: their {@code col} is hidden, or has no width. */
final class HiddenColumns {

    private static final Pattern ZERO = Pattern.compile("\\s*0+(?:px|pt|%)?\\s*");

    private HiddenColumns() {}

    /** Returns the indices of the hidden columns; none if their cells are hidden themselves. */
    static Set<Integer> of(Element table) {
        Set<Integer> hidden = new HashSet<>();
        int column = 0;
        for (Element declared : table.select("col")) {
            int end = Math.min(column + HtmlPage.span(declared, "span"), GridBuilder.MAX_COLUMNS);
            for (; column < end; column++) {
                if (isHidden(declared)) {
                    hidden.add(column);
                }
            }
        }
        boolean inCells = !hidden.isEmpty()
                && table.select("td, th").stream().map(ElementLook::of).anyMatch(ElementLook::isRemoved);
        return inCells ? Set.of() : hidden;
    }

    private static boolean isHidden(Element column) {
        ElementLook look = ElementLook.of(column);
        return look.isRemoved()
                || look.isNarrow()
                || ZERO.matcher(column.attr("width")).matches();
    }
}
