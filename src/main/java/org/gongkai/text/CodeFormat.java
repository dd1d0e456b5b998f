package org.gongkai.text;

/** The format of the codes of the registry: of districts, categories and agencies. */
public final class CodeFormat {

    /**
     * The format as a regular expression, for the checks of the service and for the contract: 2 to 36 letters, digits or
     * hyphens. The first character is not a hyphen, because a spreadsheet would read the code as a formula.
     */
    public static final String PATTERN = "^[A-Za-z0-9][A-Za-z0-9-]{1,35}$";

    private CodeFormat() {}

    public static boolean matches(String code) {
        return code.matches(PATTERN);
    }
}
