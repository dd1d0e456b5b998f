package org.gongkai.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes governments by their names, and the area whose departments begin with its name. */
final class Government {

    private static final Pattern ENDING = Pattern.compile("(人民政府|管理委员会|管委会|行政公署)$");

    /** Titles often name the place instead of its government. */
    private static final Pattern PLACE = Pattern.compile("([省市县区旗州盟]|自治区|自治县|自治州|[乡镇]|街道)$");

    private Government() {}

    static boolean is(String name) {
        return ENDING.matcher(name).find() || PLACE.matcher(name).find();
    }

    /** Returns the name of the area of a government. */
    static String area(String name) {
        return ENDING.matcher(name).replaceFirst("");
    }

    /** Returns the government whose area an agency belongs to: the one with the longest name that the agency begins with. */
    static Optional<String> of(String agency, List<String> governments) {
        return governments.stream()
                .filter(government -> !government.equals(agency) && agency.startsWith(area(government)))
                .max((one, other) ->
                        Integer.compare(area(one).length(), area(other).length()));
    }
}
