package org.gongkai.registry.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.text.EqualText;
import org.gongkai.text.Text;

/** An e-mail address, as mail servers everywhere accept it: ASCII letters, and a domain of at least two labels. */
public final class EmailAddress {

    /** Maximum number of characters (RFC 5321). */
    public static final int MAX_LENGTH = 254;

    static final Text INVALID = new Text(
            "应为一个电子邮箱地址，如 liming@example.gov.cn，最多 254 个字符",
            "Must be one e-mail address such as liming@example.gov.cn, of at most 254 characters");

    private static final int MAX_LOCAL = 64;

    private static final Pattern ADDRESS = Pattern.compile(
            "([A-Za-z0-9_][A-Za-z0-9!#$%&'*+/=?^_`{|}~-]*(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)"
                    + "@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9]))");

    private EmailAddress() {}

    /** Returns an address in one spelling: full-width characters narrowed, the domain in lower case; empty if it is none. */
    static Optional<String> folded(String given) {
        return Optional.of(EqualText.trimmed(EqualText.unified(given)))
                .filter(address -> address.length() <= MAX_LENGTH)
                .map(ADDRESS::matcher)
                .filter(address -> address.matches() && address.group(1).length() <= MAX_LOCAL)
                .map(address -> address.group(1) + "@" + address.group(2).toLowerCase(Locale.ROOT));
    }
}
