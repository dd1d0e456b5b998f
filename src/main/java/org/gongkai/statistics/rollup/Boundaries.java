package org.gongkai.statistics.rollup;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** What reports of agencies and districts count as that are not any more, or not there any more. */
@Schema(enumeration = {"reported", "current"})
public enum Boundaries {
    /** As what they were when they were reported. */
    REPORTED(new Text("按报告当时的机关、行政区划和部门类别", "Agencies, districts and categories are those of the time of the report")),
    /** As what carries them on today. */
    CURRENT(new Text(
            "折算为现行的机关、行政区划和部门类别", "Agencies, districts and categories are those that carry the former ones on today"));

    private final Text meaning;

    Boundaries(Text meaning) {
        this.meaning = meaning;
    }

    /** Called by the framework with the value of a parameter. */
    public static Boundaries fromString(String code) {
        return ParameterFault.choose("lineage", code, values(), Boundaries::code);
    }

    /** What it means, for people. */
    public Text meaning() {
        return meaning;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
