package org.gongkai.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.rules.Finding;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/** Finds the problem of JSON that does not have the members or types that an operation takes. */
public final class MismatchedJson {

    private MismatchedJson() {}

    /** Returns the problem, with a pointer to the place. */
    public static ProblemException problem(MismatchedInputException mismatch) {
        if (mismatch.getOriginalMessage().startsWith("Trailing token")) {
            return ProblemException.ofMalformedJson(mismatch);
        }
        Finding finding = Finding.ofShape(pointer(mismatch), null, reason(mismatch));
        return ProblemException.ofFindings(ProblemType.INVALID_ENTRY, List.of(finding));
    }

    private static Text reason(MismatchedInputException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException) {
            return new Text("没有此项", "Unknown member");
        }
        Class<?> wanted = mismatch.getTargetType();
        if (wanted == LocalDate.class) {
            return new Text("应为日期，如 2024-01-31", "Must be a date such as 2024-01-31");
        }
        return wanted != null && wanted.isEnum()
                ? new Text("应为以下之一：%s", "Must be one of %s").with(Arrays.toString(wanted.getEnumConstants()))
                : new Text("数据类型不符", "The value has the wrong type");
    }

    private static String pointer(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(Pointers::step)
                .collect(Collectors.joining());
    }
}
