package org.gongkai.http.parameter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The report years of a filter: single years and ranges. */
public final class YearRanges {

    private static final Pattern YEARS = Pattern.compile("([0-9]{4})(?:\\.\\.([0-9]{4}))?");
    private static final int MAX_YEARS = 100;

    private final Set<Integer> years = new TreeSet<>();
    private final List<ParameterFault> faults = new ArrayList<>();

    /** Parses the values of the parameter, each a year or a range. */
    public YearRanges(Collection<String> values) {
        values.forEach(this::read);
        if (years.size() > MAX_YEARS) {
            fault(String.join(",", values), new Text("最多 %s 年", "At most %s years").with(MAX_YEARS));
        }
    }

    /** Checks the parameter of a list. */
    @ApplicationScoped
    public static class Check implements ParameterCheck {

        @Override
        public List<ParameterFault> faults(String name, List<String> values) {
            return new YearRanges(ListParameter.values(values)).faults();
        }
    }

    /** Returns the years of a parameter that has been checked, each once and in ascending order. */
    public static List<Integer> checked(List<String> parameter) {
        return new YearRanges(ListParameter.values(parameter)).years();
    }

    /** Returns the years of a parameter that has been checked in the type that tables and entities have. */
    public static List<Short> stored(List<String> parameter) {
        return checked(parameter).stream().map(Integer::shortValue).toList();
    }

    public List<Integer> years() {
        return List.copyOf(years);
    }

    public List<ParameterFault> faults() {
        return faults;
    }

    private void read(String value) {
        Matcher range = YEARS.matcher(value);
        if (!range.matches()) {
            fault(value, new Text("应为年度或年度区间，如 2021..2024", "Must be a year or a range such as 2021..2024"));
            return;
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        if (last < first || last - first >= MAX_YEARS) {
            fault(value, new Text("区间应由早到晚，最多 %s 年", "A range must go forward, over at most %s years").with(MAX_YEARS));
        } else if (Forms.of(first).isEmpty()) {
            fault(
                    value,
                    new Text("没有适用的格式，最早的年度是 %s", "No form covers it; the first year is %s").with(Forms.firstYear()));
        } else {
            IntStream.rangeClosed(first, last).forEach(years::add);
        }
    }

    private void fault(String value, Text message) {
        faults.add(ParameterFault.invalid("year", value, message));
    }
}
