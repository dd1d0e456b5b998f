package org.gongkai.transcription.carrier.word;

import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.transcription.page.PaperColor;

/** The effect of a property of text in a DOCX file on what a reader sees. */
enum WordEffect {
    HIDDEN,
    STRUCK,

    /** Raised or lowered, as the mark of a note is. */
    RAISED,

    /** It is not certain that a reader sees the text on its line: it is moved, pale or tiny. */
    DOUBTFUL;

    private static final Set<String> OFF = Set.of("0", "false", "off", "none");

    /** The size of text that cannot be read, in half points. */
    private static final int TINY = 7;

    /** Returns the effect of a property; empty if it has none. */
    static Optional<WordEffect> of(String property) {
        return Optional.ofNullable(
                switch (property) {
                    case "vanish", "specVanish" -> HIDDEN;
                    case "strike", "dstrike" -> STRUCK;
                    case "vertAlign" -> RAISED;
                    case "position", "color", "sz", "webHidden" -> DOUBTFUL;
                    default -> null;
                });
    }

    /** Returns whether a property has its effect. */
    static boolean isOn(String property, XMLStreamReader xml) {
        String value = value(xml);
        return switch (property) {
            case "vertAlign" -> !"baseline".equals(value);
            case "color" -> isPale(value);
            case "sz" -> value != null && value.matches("\\d{1,6}") && Integer.parseInt(value) < TINY;
            default -> value == null || !OFF.contains(value);
        };
    }

    private static boolean isPale(String color) {
        return color != null && color.matches("[0-9A-Fa-f]{6}") && PaperColor.is(color);
    }

    static String value(XMLStreamReader xml) {
        return xml.getAttributeValue(null, "val");
    }
}
