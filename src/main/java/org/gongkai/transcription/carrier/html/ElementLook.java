package org.gongkai.transcription.carrier.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The look of an element on a page, by its name and its attributes.
 *
 * @param element the element
 * @param style its style, which is parsed once for all questions
 */
record ElementLook(Element element, InlineStyle style) {

    private static final Set<String> REMOVED =
            Set.of("del", "s", "strike", "script", "style", "template", "noscript", "datalist");
    private static final Set<String> STRUCK = Set.of("del", "s", "strike");
    private static final Set<String> RAISED = Set.of("sup", "rt", "rp");

    /** Elements that show something that is no text, or whose text is not seen as it is written. */
    private static final Set<String> PICTURES = Set.of(
            "img",
            "input",
            "select",
            "textarea",
            "button",
            "svg",
            "canvas",
            "object",
            "embed",
            "iframe",
            "video",
            "audio",
            "meter",
            "progress",
            "math",
            "details",
            "dialog",
            "bdo");

    static ElementLook of(Element element) {
        return new ElementLook(element, InlineStyle.of(element.attr("style")));
    }

    private boolean isAnyOf(Set<String> names) {
        return names.contains(element.normalName());
    }

    /** Returns whether a reader does not see the element, or sees its text struck out. */
    boolean isRemoved() {
        return isAnyOf(REMOVED) || element.hasAttr("hidden") || style.removes();
    }

    /** Returns whether a reader sees that something was here: it is struck out. */
    boolean isStruck() {
        return isAnyOf(STRUCK) || style.strikes();
    }

    /** Returns whether it is raised text, as the mark of a note is. */
    boolean isRaised() {
        return isAnyOf(RAISED) || style.isAligned("super");
    }

    boolean isLowered() {
        return element.nameIs("sub") || style.isAligned("sub");
    }

    /** Returns whether its content is no text, or is not seen as it is written. */
    boolean hasNoText() {
        return isAnyOf(PICTURES);
    }

    /** Returns whether it shows something that is no text, or its text may not be seen as it is written. */
    boolean isPicture() {
        return hasNoText() && !element.attr("type").equalsIgnoreCase("hidden")
                || style.hasPicture()
                || (isPale() || style.isMoved()) && element.hasText();
    }

    /** Returns whether its text has a colour that cannot be told from that of paper. */
    boolean isPale() {
        return style.isPale()
                || InlineStyle.isPale(
                        element.attr("color").toLowerCase(Locale.ROOT).strip());
    }

    /** Returns whether it is a column without a width. */
    boolean isNarrow() {
        return style.isNarrow();
    }
}
