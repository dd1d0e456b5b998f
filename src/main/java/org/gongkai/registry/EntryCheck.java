package org.gongkai.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Text;
import org.gongkai.rules.Fault;

/** Collects everything that is wrong with one registry entry, so that it is told at once. */
final class EntryCheck {

    private static final String CODE = "[A-Za-z0-9-]{2,36}";
    private static final Text EMPTY = new Text("不能为空", "Must not be empty");
    private static final int LONGEST_NAME = 200;

    private final List<Fault> faults = new ArrayList<>();

    /**
     * Starts a check.
     *
     * @param path the code in the path, which is what counts
     * @param body the code in the body; may be left out, but must not contradict
     */
    EntryCheck(String path, String body) {
        if (!path.matches(CODE)) {
            throw ProblemException.ofParameter(ParameterFault.invalid(
                    "code", path, new Text("应为 2 至 36 位字母、数字或连字符", "Must be 2 to 36 letters, digits or hyphens")));
        }
        if (body != null && !body.equals(path)) {
            fault("code", new Text("与路径中的代码 %s 不一致", "Contradicts the code %s in the path").with(path));
        }
    }

    EntryCheck name(String name) {
        return name("name", name);
    }

    EntryCheck name(String field, String name) {
        if (name == null || name.isBlank()) {
            fault(field, EMPTY);
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            fault(field, new Text("最多 %s 字", "At most %s characters").with(LONGEST_NAME));
        } else if (!name.equals(name.strip()) || name.codePoints().anyMatch(EntryCheck::invisible)) {
            fault(field, new Text("首尾不能有空白，也不能含控制字符", "Must not begin or end blank, or hold control characters"));
        } else if (formula(name)) {
            fault(field, new Text("不能以 = + - @ 开头", "Must not begin with = + - @"));
        }
        return this;
    }

    /** What ends does so after it began; and only what has ended is succeeded. */
    EntryCheck validity(LocalDate from, LocalDate to, String successor) {
        if (from != null && to != null && to.isBefore(from)) {
            fault("validTo", new Text("早于 validFrom（%s）", "Before validFrom (%s)").with(from));
        }
        if (successor != null && to == null) {
            fault("validTo", new Text("有承继者的，应填最后有效日", "What has a successor has a last day"));
        }
        return this;
    }

    /**
     * Looks up what carries on after the end: it must not lead back to where it started.
     *
     * @param next gives what carries on after something, or {@code null}
     */
    <T extends PanacheEntityBase> T successor(T known, String code, Function<String, T> registry, Function<T, T> next) {
        T successor = code == null ? null : known("successor", code, registry);
        for (T step = successor; step != null; step = next.apply(step)) {
            if (step == known) {
                fault("successor", new Text("承继关系成环", "The line of successors leads back here"));
                return null;
            }
        }
        return successor;
    }

    EntryCheck present(String field, Object value) {
        if (value == null) {
            fault(field, EMPTY);
        }
        return this;
    }

    /** Looks up what a member refers to; {@code null}, and a fault, when there is no such thing. */
    <T extends PanacheEntityBase> T known(String field, String code, Function<String, T> registry) {
        T found = code == null || !code.matches(CODE) ? null : registry.apply(code);
        if (found == null) {
            fault(
                    field,
                    code == null ? EMPTY : new Text("登记簿中没有代码“%s”", "The registry holds no code \"%s\"").with(code));
        }
        return found;
    }

    /** A spreadsheet takes a name that begins like this for a formula, and runs it. */
    private static boolean formula(String name) {
        return "=+-@".indexOf(name.charAt(0)) >= 0;
    }

    private static boolean invisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    void fault(String field, Text message) {
        faults.add(Fault.ofShape("/" + field, null, message));
    }

    /** Ends the check: refuses the entry when anything is wrong with it. */
    void refuse() {
        if (!faults.isEmpty()) {
            throw ProblemException.ofFaults(ProblemType.INVALID_ENTRY, faults);
        }
    }
}
