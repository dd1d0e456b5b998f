package org.gongkai.registry;

/** Checks the unified social credit code (统一社会信用代码) of GB 32100-2015. */
final class UnifiedSocialCreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private UnifiedSocialCreditCode() {}

    /** Returns whether a code has 18 characters of the alphabet, and the last one is the correct check digit. */
    static boolean isValid(String code) {
        if (code.length() != LENGTH || !code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int position = 0; position < LENGTH - 1; position++) {
            sum += ALPHABET.indexOf(code.charAt(position)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
        return ALPHABET.indexOf(code.charAt(LENGTH - 1)) == check;
    }
}
