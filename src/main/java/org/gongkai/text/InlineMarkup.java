package org.gongkai.text;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML markup within texts that clients copy from web pages. A reader of the page does not see it: tags of blocks are
 * line breaks, other tags are nothing, and references are characters.
 */
public final class InlineMarkup {

    private static final Pattern LINE_BREAK = Pattern.compile(
            "</?(?:br|p|div|li|ul|ol|tr|td|th|table|tbody|thead|h[1-6]|hr|section|article|blockquote)\\b[^<>]{0,500}>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER_TAG = Pattern.compile(
            "</?(?:b|i|u|s|a|em|strong|span|font|sup|sub|small|big|o:p|wbr|img|label)\\b[^<>]{0,500}>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(?<decimal>[0-9]{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<name>[a-zA-Z]{2,6}));?");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("nbsp", "\u00A0"),
            Map.entry("ensp", "\u2002"),
            Map.entry("emsp", "\u2003"),
            Map.entry("thinsp", "\u2009"),
            Map.entry("zwnj", "\u200C"),
            Map.entry("zwj", "\u200D"),
            Map.entry("lrm", "\u200E"),
            Map.entry("rlm", "\u200F"),
            Map.entry("shy", "\u00AD"),
            Map.entry("quot", "\""),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"));

    private InlineMarkup() {}

    /** Returns the text that a browser shows. */
    public static String removed(String text) {
        String untagged = text.indexOf('<') < 0
                ? text
                : OTHER_TAG.matcher(LINE_BREAK.matcher(text).replaceAll("\n")).replaceAll("");
        return untagged.indexOf('&') < 0
                ? untagged
                : REFERENCE.matcher(untagged).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    /** Returns the character of a reference; the reference itself if it is unknown. */
    private static String character(MatchResult reference) {
        if (reference.group(3) != null) {
            return NAMED.getOrDefault(reference.group(3), reference.group());
        }
        int code = reference.group(1) != null
                ? Integer.parseInt(reference.group(1))
                : Integer.parseInt(reference.group(2), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : reference.group();
    }
}
