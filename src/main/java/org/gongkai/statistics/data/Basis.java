package org.gongkai.statistics.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The revisions that a roll-up counts. */
public enum Basis {
    /** The revisions in force. */
    ACCEPTED(new Text("只统计生效的报告", "Only reports in force are counted")),
    /** The newest revision of each report that is in force or waits for a decision; for the oversight office only. */
    SUBMITTED(new Text(
            "每份报告统计最新版本，含待审核的版本",
            "The newest revision of each report is counted, including revisions that wait for a decision"));

    private final Text meaning;

    Basis(Text meaning) {
        this.meaning = meaning;
    }

    /** Returns an explanation for readers of a roll-up. */
    public Text meaning() {
        return meaning;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the basis with a code that is known to be valid. */
    public static Basis of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /**
     * Parses the parameter {@code basis}.
     *
     * @param value the parameter; {@code null} when it is absent, which means {@link #ACCEPTED}
     * @param faults receives a fault when the value is unknown
     */
    public static Basis parse(String value, List<ParameterFault> faults) {
        List<String> codes = Arrays.stream(values()).map(Basis::code).toList();
        if (value != null && !codes.contains(value)) {
            faults.add(ParameterFault.unknownValue("basis", value, codes));
        }
        return SUBMITTED.code().equals(value) ? SUBMITTED : ACCEPTED;
    }
}
