package org.gongkai.registry.entry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.csv.SpreadsheetFormula;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.code.CodeList;
import org.gongkai.registry.code.EqualCodes;
import org.gongkai.rules.Finding;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.EqualText;
import org.gongkai.text.NameLength;
import org.gongkai.text.Text;
import org.gongkai.text.UnsafeCharacter;

/** Collects all findings on a registry entry, so that they are reported together. */
public final class EntryCheck {

    private static final Text INVALID_CODE = new Text(
            "应为 2 至 36 位字母、数字或连字符，且不以连字符开头",
            "Must be 2 to 36 letters, digits or hyphens, and must not begin with a hyphen");
    private static final Text EMPTY = new Text("不能为空", "Must not be empty");
    private static final Text UNKNOWN = new Text("名录中没有代码“%s”", "The registry has no code \"%s\"");
    private static final Text LOST_ZEROS = new Text(
            "名录中有 %s，开头的 0 可能已被电子表格去掉，请将此列设为文本格式",
            "The registry has %s: a spreadsheet has probably removed the zeros at the beginning, so format the column as"
                    + " text");
    private static final Text OUTER_BLANK = new Text("首尾不能有空白", "Must not begin or end with a space");
    private static final Text FORMULA = new Text(
            "会被电子表格当作公式：不能以 = + - @ | 开头，全角、小号的以及前有引号的也不能",
            "A spreadsheet would run it as a formula: must not begin with = + - @ | in any width or size, nor with quotes"
                    + " before them");
    private static final Text TOO_LONG = new Text("最多 %s 字", "Must have at most %s characters");
    private static final int LAST_YEAR = 9999;

    private final CodeList list;
    private final String code;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Starts a check.
     *
     * @param list the list that the entry belongs to
     * @param code the code in the path, which identifies the entry
     * @param body the code in the body; {@code null} or the same code
     */
    public EntryCheck(CodeList list, String code, String body) {
        this.list = list;
        this.code = code;
        if (!CodeFormat.matches(code)) {
            addFinding("code", code.isEmpty() ? EMPTY : INVALID_CODE);
        } else if (body != null && !body.equals(code)) {
            addFinding("code", new Text("与路径中的代码 %s 不一致", "Must match the code %s in the path").with(code));
        }
    }

    /** Returns the code in a path, and refuses a malformed one. */
    public static String requireCode(String path) {
        if (!CodeFormat.matches(path)) {
            throw ProblemException.ofParameter(ParameterFault.invalid("code", path, INVALID_CODE));
        }
        return path;
    }

    /** Checks that no other entry has the same code in another spelling. Codes of existing entries are not checked. */
    public EntryCheck unique(Object known) {
        return unique(known, keys -> EqualCodes.find(list, keys));
    }

    /**
     * Checks that no other entry has the same code in another spelling.
     *
     * @param registry returns the registered code with one of some keys
     */
    public EntryCheck unique(Object known, Function<List<String>, Optional<String>> registry) {
        if (known == null && findings.isEmpty()) {
            registry.apply(EqualCodes.spellings(list, code))
                    .ifPresent(same -> addFinding(
                            "code",
                            new Text(
                                            "与已登记的 %s 是同一代码（不区分大小写，区划代码末尾的 0 不计）",
                                            "The same code as %s, which is registered: case makes no difference, nor do"
                                                    + " zeros at the end of division codes")
                                    .with(same)));
        }
        return this;
    }

    /** Checks that the code of a line is not a registered code without the zeros at its beginning. */
    public static void refuseLostZeros(CodeList list, String code, Function<String, Object> registry) {
        refuseLostZeros(code, registry, keys -> EqualCodes.find(list, keys));
    }

    public static void refuseLostZeros(
            String code, Function<String, Object> registry, Function<List<String>, Optional<String>> withKey) {
        List<String> longer = EqualCodes.longerBySomeZeros(code);
        if (!longer.isEmpty() && registry.apply(code) == null) {
            List<Finding> findings = withKey.apply(longer).stream()
                    .map(registered -> Finding.ofShape("/code", null, LOST_ZEROS.with(registered)))
                    .toList();
            ProblemException.refuse(ProblemType.INVALID_ENTRY, findings);
        }
    }

    public EntryCheck name(String name) {
        return name("name", name);
    }

    public EntryCheck name(String field, String name) {
        if (name == null || EqualText.isBlank(name)) {
            addFinding(field, EMPTY);
        } else {
            name(field, name, NameLength.REGISTERED);
        }
        return this;
    }

    private void name(String field, String name, int maxLength) {
        if (name.codePointCount(0, name.length()) > maxLength) {
            addFinding(field, TOO_LONG.with(maxLength));
        } else {
            printed(field, name);
        }
    }

    /** Checks the name of a person, which may be absent or blank. */
    public EntryCheck contact(String field, String person) {
        if (isGiven(person)) {
            name(field, person, NameLength.PERSON);
        }
        return this;
    }

    /** Checks telephone numbers, which may be absent or blank, and returns them in one spelling. */
    public String telephone(String field, String numbers) {
        if (!isGiven(numbers)) {
            return numbers;
        }
        Optional<String> folded = Telephone.folded(numbers);
        if (folded.isEmpty()) {
            addFinding(field, Telephone.INVALID);
        }
        return folded.orElse(null);
    }

    /** Checks an e-mail address, which may be absent or blank, and returns it in one spelling. */
    public String email(String field, String address) {
        if (!isGiven(address)) {
            return address;
        }
        Optional<String> folded = EmailAddress.folded(address);
        if (folded.isEmpty()) {
            addFinding(field, EmailAddress.INVALID);
        }
        return folded.orElse(null);
    }

    private static boolean isGiven(String text) {
        return text != null && !EqualText.isBlank(text);
    }

    private void printed(String field, String name) {
        Optional<UnsafeCharacter> unsafe = UnsafeCharacter.inName(name);
        if (unsafe.isPresent()) {
            addFinding(field, unsafe.get().message());
        } else if (!name.equals(EqualText.trimmed(name))) {
            addFinding(field, OUTER_BLANK);
        } else if (SpreadsheetFormula.is(name)) {
            addFinding(field, FORMULA);
        }
    }

    /** Checks that the last day is not before the first day, and that an object with a successor has a last day. */
    public EntryCheck validity(LocalDate from, LocalDate to, boolean hasSuccessor) {
        date("validFrom", from);
        date("validTo", to);
        if (from != null && to != null && to.isBefore(from)) {
            addFinding("validTo", new Text("早于 validFrom（%s）", "Must not be before validFrom (%s)").with(from));
        }
        if (hasSuccessor && to == null) {
            addFinding("validTo", new Text("有承继方的，应填写最后有效日", "Required, as there is a successor"));
        }
        return this;
    }

    /** Checks that the year of a date has four digits. */
    public void date(String field, LocalDate date) {
        if (date != null && (date.getYear() < 1 || date.getYear() > LAST_YEAR)) {
            addFinding(field, new Text("年份应为四位数", "The year must have four digits"));
        }
    }

    /**
     * Looks up the successor, and checks that the chain of successors does not lead back to the entry.
     *
     * @param next returns the successors of an object
     * @return {@code null} if there is a finding
     */
    public <T extends PanacheEntityBase> T successor(
            T known, String successor, Function<String, T> registry, Function<T, Stream<T>> next) {
        boolean itself = code.equals(successor);
        T found = successor == null || itself ? null : known("successor", list, successor, registry);
        if (itself || leadsTo(known, found, next)) {
            addFinding("successor", new Text("承继关系成环", "The chain of successors leads back to this entry"));
            return null;
        }
        return found;
    }

    private static <T> boolean leadsTo(T end, T start, Function<T, Stream<T>> next) {
        return start != null && (start == end || next.apply(start).anyMatch(step -> leadsTo(end, step, next)));
    }

    /** Checks that a list has at most a number of entries. */
    public EntryCheck atMost(int max, String field, List<?> entries) {
        if (entries != null && entries.size() > max) {
            addFinding(field, new Text("最多 %s 项", "Must have at most %s entries").with(max));
        }
        return this;
    }

    public EntryCheck present(String field, Object value) {
        if (value == null) {
            addFinding(field, EMPTY);
        }
        return this;
    }

    /** Looks up the object that a member refers to. Returns {@code null} and adds a finding if it does not exist. */
    public <T extends PanacheEntityBase> T known(
            String field, CodeList codes, String code, Function<String, T> registry) {
        boolean wellFormed = code != null && CodeFormat.matches(code);
        T found = wellFormed ? registry.apply(code) : null;
        if (code == null) {
            addFinding(field, EMPTY);
        } else if (found == null) {
            Text unknown = UNKNOWN.with(code);
            addFinding(field, wellFormed ? EqualCodes.unknown(unknown, codes, code) : unknown);
        }
        return found;
    }

    public void addFinding(String field, Text message) {
        findings.add(Finding.ofShape("/" + field, null, message));
    }

    /** Ends the check: refuses the entry if there are findings. */
    public void refuse() {
        ProblemException.refuse(ProblemType.INVALID_ENTRY, findings);
    }
}
