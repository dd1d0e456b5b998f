package org.gongkai.security;

import java.util.regex.Pattern;
import org.gongkai.text.NameLength;
import org.gongkai.text.Text;
import org.gongkai.text.UnsafeCharacter;

/** The subjects of tokens. They name the actors in the audit log, so they must be readable and distinguishable. */
public final class Subject {

    public static final Text DEMAND = new Text(
                    "应为 1 至 %s 个字符的字符串，首尾无空格，不含控制字符和不可见字符",
                    "must be a string of 1 to %s characters, without leading or trailing blanks, control characters and"
                            + " invisible characters")
            .with(NameLength.ACTOR);

    public static final Text RESERVED = new Text("是服务自身操作所用的名称", "is a name that the service uses for its own actions");

    /** A code point without a character of its own, which each system shows in another way. */
    private static final Pattern UNDEFINED = Pattern.compile("[\\p{Cn}\\p{Co}]");

    private static final Pattern OUTER_BLANK = Pattern.compile("^[\\p{Zs}\\s]|[\\p{Zs}\\s]$");

    private Subject() {}

    /** Returns whether a name is readable, as {@link #DEMAND} says. */
    public static boolean isValid(String subject) {
        return !subject.isEmpty()
                && subject.codePointCount(0, subject.length()) <= NameLength.ACTOR
                && UnsafeCharacter.inName(subject).isEmpty()
                && !UNDEFINED.matcher(subject).find()
                && !OUTER_BLANK.matcher(subject).find();
    }
}
