package org.gongkai.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongkai.csv.Csv;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.text.Text;

/** Collects everything that is wrong with one registry entry, so that it is told at once. */
final class EntryCheck {

    /** Does not begin with a hyphen, for the sake of spreadsheets, see {@link Csv#isFormula}. */
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9-]{1,35}";

    private static final Text INVALID_CODE = new Text(
            "应为 2 至 36 位字母、数字或连字符，且不以连字符开头", "Must be 2 to 36 letters, digits or hyphens, the first no hyphen");
    private static final Text EMPTY = new Text("不能为空", "Must not be empty");
    private static final int MAX_NAME_LENGTH = 200;
    private static final int LAST_YEAR = 9999;

    private final String code;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Starts a check.
     *
     * @param code the code of the entry, which is what counts
     * @param body the code in the body; may be left out, but must not contradict
     */
    EntryCheck(String code, String body) {
        this.code = code;
        if (!code.matches(CODE)) {
            addFinding("code", code.isEmpty() ? EMPTY : INVALID_CODE);
        } else if (body != null && !body.equals(code)) {
            addFinding("code", new Text("与路径中的代码 %s 不一致", "Contradicts the code %s in the path").with(code));
        }
    }

    /** A code from a path, which must be one. */
    static String requireCode(String path) {
        if (!path.matches(CODE)) {
            throw ProblemException.ofParameter(ParameterFault.invalid("code", path, INVALID_CODE));
        }
        return path;
    }

    EntryCheck name(String name) {
        return name("name", name);
    }

    EntryCheck name(String field, String name) {
        if (name == null || name.isBlank()) {
            addFinding(field, EMPTY);
        } else if (name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
            addFinding(field, new Text("最多 %s 字", "At most %s characters").with(MAX_NAME_LENGTH));
        } else if (!name.equals(name.strip()) || name.codePoints().anyMatch(EntryCheck::invisible)) {
            addFinding(field, new Text("首尾不能有空白，也不能含控制字符", "Must not begin or end blank, or hold control characters"));
        } else if (Csv.isFormula(name)) {
            addFinding(
                    field,
                    new Text("不能以 = + - @ 开头，全角的也不能", "Must not begin with = + - @, nor their full-width forms"));
        }
        return this;
    }

    /** What ends does so after it began; and only what has ended is succeeded. */
    EntryCheck validity(LocalDate from, LocalDate to, String successor) {
        date("validFrom", from);
        date("validTo", to);
        if (from != null && to != null && to.isBefore(from)) {
            addFinding("validTo", new Text("早于 validFrom（%s）", "Before validFrom (%s)").with(from));
        }
        if (successor != null && to == null) {
            addFinding("validTo", new Text("有承继方的，应填写最后有效日", "What has a successor has a last day"));
        }
        return this;
    }

    /** A date of which the year has four digits. */
    void date(String field, LocalDate date) {
        if (date != null && (date.getYear() < 1 || date.getYear() > LAST_YEAR)) {
            addFinding(field, new Text("年份应为四位数", "Must be in a year of four digits"));
        }
    }

    /**
     * Looks up what carries on after the end: it must not lead back to where it started.
     *
     * @param next gives what carries on after something, or {@code null}
     */
    <T extends PanacheEntityBase> T successor(
            T known, String successor, Function<String, T> registry, Function<T, T> next) {
        boolean itself = code.equals(successor);
        T found = successor == null || itself ? null : known("successor", successor, registry);
        if (itself || leadsTo(known, found, next)) {
            addFinding("successor", new Text("承继关系成环", "The line of successors leads back here"));
        }
        return found;
    }

    private static <T> boolean leadsTo(T end, T start, Function<T, T> next) {
        for (T step = start; step != null; step = next.apply(step)) {
            if (step == end) {
                return true;
            }
        }
        return false;
    }

    EntryCheck present(String field, Object value) {
        if (value == null) {
            addFinding(field, EMPTY);
        }
        return this;
    }

    /** Looks up what a member refers to; {@code null}, and a fault, when there is no such thing. */
    <T extends PanacheEntityBase> T known(String field, String code, Function<String, T> registry) {
        T found = code == null || !code.matches(CODE) ? null : registry.apply(code);
        if (found == null) {
            addFinding(
                    field,
                    code == null ? EMPTY : new Text("名录中没有代码“%s”", "The registry holds no code \"%s\"").with(code));
        }
        return found;
    }

    private static boolean invisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    void addFinding(String field, Text message) {
        findings.add(Finding.ofShape("/" + field, null, message));
    }

    /** Ends the check: refuses the entry when anything is wrong with it. */
    void refuse() {
        ProblemException.refuse(ProblemType.INVALID_ENTRY, findings);
    }
}
