package org.gongkai.registry.code;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.text.DivisionCode;
import org.gongkai.text.EqualCode;
import org.gongkai.text.Text;

/**
 * Looks up registered codes that are the same code in another spelling: in another case, or as a division code with
 * other zeros at its end.
 */
public final class EqualCodes {

    /** The largest number of zeros at the beginning of a code that a spreadsheet is supposed to have removed. */
    private static final int MAX_LOST_ZEROS = 4;

    private static final Map<CodeList, String> STATEMENTS = Map.of(
            CodeList.DISTRICT, "select code from district where lower(code) = any(:keys) order by code",
            CodeList.CATEGORY, "select code from category where lower(code) = any(:keys) order by code",
            CodeList.AGENCY, "select code from agency where lower(code) = any(:keys) order by code");

    private static final Map<CodeList, String> OF_NAME = Map.of(
            CodeList.DISTRICT, "select code from district where name = :name order by code",
            CodeList.CATEGORY, "select code from category where name = :name order by code",
            CodeList.AGENCY, "select code from agency where name = :name order by code");

    private EqualCodes() {}

    /** Returns the keys, by {@link EqualCode}, of all spellings of a code of a list. */
    public static List<String> spellings(CodeList list, String code) {
        return list == CodeList.DISTRICT ? DivisionCode.spellings(code) : List.of(EqualCode.key(code));
    }

    /** Returns the registered code that is the same as a code that is not registered itself. */
    public static Optional<String> of(CodeList list, String code) {
        return find(list, spellings(list, code));
    }

    /** Returns the registered code that a code was before a spreadsheet removed the zeros at its beginning. */
    public static Optional<String> withLostZeros(CodeList list, String code) {
        return find(list, longerBySomeZeros(code));
    }

    /** Returns the codes that a code may have been before a spreadsheet removed the zeros at its beginning. */
    public static List<String> longerBySomeZeros(String code) {
        return code.matches("[0-9]+")
                ? IntStream.rangeClosed(1, MAX_LOST_ZEROS)
                        .mapToObj(zeros -> "0".repeat(zeros) + code)
                        .toList()
                : List.of();
    }

    /** Returns a message about an unknown code. It names the registered code that is probably meant. */
    public static Text unknown(Text message, CodeList list, String code) {
        return of(list, code)
                .map(same -> new Text("%s；名录中的写法是 %s", "%s; the registry has %s").with(message, same))
                .or(() -> withLostZeros(list, code).map(longer -> new Text(
                                "%s；名录中有 %s，开头的 0 可能已被电子表格去掉，请将此列设为文本格式",
                                "%s; the registry has %s: a spreadsheet has probably removed the zeros at the"
                                        + " beginning, so format the column as text")
                        .with(message, longer)))
                .or(() -> ofName(list, code).map(meant -> new Text(
                                "%s：这里应填代码，“%s”的代码是 %s", "%s: a code is needed, and that of \"%s\" is %s")
                        .with(message, code, meant)))
                .orElse(message);
    }

    /** Returns the code of the first entry with a name. */
    private static Optional<String> ofName(CodeList list, String name) {
        List<?> codes = Panache.getEntityManager()
                .createNativeQuery(OF_NAME.get(list), String.class)
                .setParameter("name", name.strip())
                .getResultList();
        return codes.stream().map(String.class::cast).findFirst();
    }

    /**
     * Returns the first code with one of the keys. The statement has no limit: with one, PostgreSQL would read the whole list
     * in the order of its codes while it has no statistics on them, as in an import.
     */
    public static Optional<String> find(CodeList list, List<String> keys) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        List<?> codes = Panache.getEntityManager()
                .createNativeQuery(STATEMENTS.get(list), String.class)
                .setParameter("keys", keys.toArray(String[]::new))
                .getResultList();
        return codes.stream().map(String.class::cast).findFirst();
    }
}
