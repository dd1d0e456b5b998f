package org.gongkai.transcription.place;

import java.util.List;
import java.util.stream.Collectors;

/** The text that a page shows at a place. */
public final class DrawnText {

    /** Room for the rounding of lengths, in points. */
    private static final float TOLERANCE = 0.2f;

    private DrawnText() {}

    /** Returns the words in the area of a place, without blanks. */
    public static String at(Place place, List<DrawnPage> pages) {
        return pages.stream()
                .filter(page -> page.page() == place.page())
                .flatMap(page -> page.words().stream())
                .filter(word -> isIn(place.box(), word))
                .map(DrawnWord::text)
                .collect(Collectors.joining());
    }

    private static boolean isIn(Box box, DrawnWord word) {
        return box.left() - TOLERANCE <= word.left()
                && word.right() <= box.right() + TOLERANCE
                && box.top() <= word.baseline()
                && word.baseline() <= box.bottom();
    }
}
