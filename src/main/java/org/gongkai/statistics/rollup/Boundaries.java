package org.gongkai.statistics.rollup;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The agencies and districts that reports are counted under, after agencies have merged or districts have changed. */
@Schema(enumeration = {"as-reported", "current"})
public enum Boundaries {
    /** The agencies, districts and categories of the time of the report. */
    AS_REPORTED(
            new Text("按报告当时的机关、行政区划和部门类别", "Agencies, districts and categories are those of the time of the report")),
    /** The agencies, districts and categories that continue the former ones today. */
    CURRENT(new Text(
            "折算为现行的机关、行政区划和部门类别", "Agencies, districts and categories are those that continue the former ones today"));

    private final Text meaning;

    Boundaries(Text meaning) {
        this.meaning = meaning;
    }

    /** Parses the value of a parameter. Called by the framework. */
    public static Boundaries fromString(String code) {
        return ParameterFault.choose("boundaries", code, values(), Boundaries::code);
    }

    /** Returns an explanation for readers of a roll-up. */
    public Text meaning() {
        return meaning;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
