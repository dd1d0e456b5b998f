package org.gongkai.statistics.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gongkai.text.Text;

/** Which revisions a roll-up counts. */
public enum Basis {
    /** Those in force. */
    ACCEPTED(new Text("只统计生效的报告", "Only reports in force are counted")),
    /** Of each report the newest that is in force or waits; for the oversight office only. */
    SUBMITTED(new Text("每份报告统计最新版本，含待审核的版本", "Of each report the newest revision is counted, also where it waits"));

    private final Text meaning;

    Basis(Text meaning) {
        this.meaning = meaning;
    }

    /** What is counted. */
    public Text meaning() {
        return meaning;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Basis of(String code) {
        return code == null ? ACCEPTED : valueOf(code.toUpperCase(Locale.ROOT));
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Basis::code).toList();
    }
}
