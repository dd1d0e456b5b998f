package org.gongkai.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.text.Text;

/**
 * A position in the audit log.
 *
 * @param transaction transaction of the last event of the previous answer
 * @param id number of that event
 */
@Schema(type = SchemaType.STRING, pattern = Cursor.PATTERN, examples = "7281-42", defaultValue = "0-0")
public record Cursor(long transaction, long id) {

    /** The format, as a regular expression. */
    public static final String PATTERN = "^([0-9]{1,18})-([0-9]{1,18})$";

    /** The beginning of the log. */
    public static final Cursor BEGINNING = new Cursor(0, 0);

    private static final Pattern FORMAT = Pattern.compile(PATTERN);

    /** Parses the value of the parameter. The framework calls this method. */
    public static Cursor fromString(String value) {
        Matcher parts = FORMAT.matcher(value);
        if (!parts.matches()) {
            throw ProblemException.ofParameter(
                    ParameterFault.invalid(
                            "after",
                            value,
                            new Text(
                                    "应为上一次返回结果中的 next 或一条消息的 cursor，0-0 表示从头开始",
                                    "Must be the member next of an earlier answer or the cursor of a message; 0-0 is the beginning")));
        }
        return new Cursor(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    /** Returns whether this is the beginning of the log. */
    boolean isBeginning() {
        return equals(BEGINNING);
    }

    /** Returns the later one of two positions. */
    public Cursor max(Cursor other) {
        boolean later = transaction > other.transaction || transaction == other.transaction && id >= other.id;
        return later ? this : other;
    }

    @Override
    public String toString() {
        return transaction + "-" + id;
    }
}
