package org.gongkai.http.idempotency;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Sha256;
import org.gongkai.text.Text;

/**
 * A key by which a client marks a request that it may have to repeat (IETF draft "The Idempotency-Key HTTP Header Field").
 * Each client has its own keys: a token of the same subject with other rights must not get answers that are not for it.
 *
 * @param subject subject of the token
 * @param rights the rights of the token, in a form that is the same for the same rights
 * @param value the key
 */
public record IdempotencyKey(String subject, String rights, String value) {

    /** The name of the header. */
    public static final String HEADER = "Idempotency-Key";

    /** The maximum number of characters of a key. */
    public static final int MAX_LENGTH = 255;

    /** A string of structured fields (RFC 9651), or the same without quotes, as many clients send it. */
    private static final Pattern SYNTAX =
            Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])+)\"|([A-Za-z0-9._:~+/=-]+)");

    /** The claims that give a token its rights. */
    private static final List<String> RIGHTS = List.of("groups", "agencies", "districts", "years", "sandbox");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private static final Text MALFORMED = new Text(
            "请求头 Idempotency-Key 应为带引号的字符串，如 \"8e03978e-40d5-43dd-bc93-6894a57f9324\"，1 至 %s 个可见 ASCII 字符，且只有一个",
            "The header Idempotency-Key must be one string in quotes, such as \"8e03978e-40d5-43dd-bc93-6894a57f9324\", of 1"
                    + " to %s visible ASCII characters");

    /**
     * Reads a key.
     *
     * @param header value of the header; several ones are separated by commas
     * @throws ProblemException if it is no key
     */
    static IdempotencyKey of(Principal caller, String header) {
        Matcher syntax = SYNTAX.matcher(header.strip());
        if (!syntax.matches()) {
            throw malformed();
        }
        String value = syntax.group(2) == null ? ESCAPE.matcher(syntax.group(1)).replaceAll("$1") : syntax.group(2);
        if (value.length() > MAX_LENGTH) {
            throw malformed();
        }
        return new IdempotencyKey(caller.getName(), rights(caller), value);
    }

    private static String rights(Principal caller) {
        return caller instanceof JsonWebToken token
                ? RIGHTS.stream().map(claim -> values(token.getClaim(claim))).collect(Collectors.joining(" "))
                : "";
    }

    /** Returns the values of a claim in a fixed order. A claim without values differs from no claim. */
    private static String values(Object claim) {
        if (claim instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).sorted().toList().toString();
        }
        return claim == null ? "" : claim.toString();
    }

    private static ProblemException malformed() {
        return new ProblemException(ProblemType.MALFORMED_HEADER, MALFORMED.with(MAX_LENGTH));
    }

    /** Returns the hash that stands for the client. */
    byte[] owner() {
        return Sha256.of(subject);
    }

    /** Returns the hash that stands for the key. */
    byte[] id() {
        return secret("id");
    }

    /** Returns the 256 bits that encrypt the answer. Only a client that has the key can have it decrypted. */
    byte[] encryption() {
        return secret("answer");
    }

    /** Returns a hash for a purpose. Neither a subject nor a key has a line end. */
    private byte[] secret(String purpose) {
        return Sha256.of(purpose + "\n" + subject + "\n" + value + "\n" + rights);
    }
}
