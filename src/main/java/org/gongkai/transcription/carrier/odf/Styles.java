package org.gongkai.transcription.carrier.odf;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.transcription.carrier.zip.XmlPart;

/** The styles of a file, as far as they decide what a reader sees. */
final class Styles implements XmlPart.Handler {

    /** The number of styles that may inherit from each other. */
    private static final int MAX_PARENTS = 16;

    /** Matches the position of raised or lowered text. */
    private static final Pattern RAISED = Pattern.compile("(?:super|sub|-?(?!0+%)\\d+%).*");

    private static final Pattern PALE = Pattern.compile("#(?:[ef][0-9a-fA-F]){3}", Pattern.CASE_INSENSITIVE);
    private static final Pattern TINY = Pattern.compile("[0-3](?:\\.\\d+)?pt");

    /** The properties of a style, without those that it inherits. */
    private static final class Style {
        private String parent;
        private Look look = Look.OPEN;
        private boolean tableHidden;
    }

    private final Map<String, Style> styles = new HashMap<>();
    private Style style = new Style();

    @Override
    public void start(String element, XMLStreamReader xml) {
        switch (element) {
            case "style", "default-style" -> {
                style = new Style();
                String family = xml.getAttributeValue(null, "family");
                style.parent = key(family, xml.getAttributeValue(null, "parent-style-name"));
                styles.put(key(family, xml.getAttributeValue(null, "name")), style);
            }
            case "text-properties" -> textProperties(xml);
            case "table-properties" -> style.tableHidden = "false".equals(xml.getAttributeValue(null, "display"));
            default -> {}
        }
    }

    private void textProperties(XMLStreamReader xml) {
        String line = first(xml, "text-line-through-style", "text-line-through-type");
        String display = xml.getAttributeValue(null, "display");
        String position = xml.getAttributeValue(null, "text-position");
        String color = xml.getAttributeValue(null, "color");
        String size = xml.getAttributeValue(null, "font-size");
        Look stated = new Look(
                line == null ? null : Boolean.valueOf(!line.equals("none")),
                display == null ? null : Boolean.valueOf(!display.equals("true")),
                position == null
                        ? null
                        : Boolean.valueOf(RAISED.matcher(position).matches()),
                color == null && size == null ? null : Boolean.valueOf(isPale(color) || isTiny(size)));
        style.look = stated.or(style.look);
    }

    /** Returns whether a colour cannot be told from that of paper. */
    private static boolean isPale(String color) {
        return color != null && PALE.matcher(color).matches();
    }

    private static boolean isTiny(String size) {
        return size != null && TINY.matcher(size).matches();
    }

    private static String first(XMLStreamReader xml, String name, String other) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? xml.getAttributeValue(null, other) : value;
    }

    @Override
    public void text(String text) {}

    @Override
    public void end(String element) {
        if (element.equals("style")) {
            style = new Style();
        }
    }

    private static String key(String family, String name) {
        return family + ":" + name;
    }

    /**
     * The look of a text. A component is {@code null} if the style leaves it to the text around it.
     *
     * @param doubtful true if the text is pale or tiny, so that it is not certain that a reader sees it
     */
    record Look(Boolean struck, Boolean hidden, Boolean raised, Boolean doubtful) {

        static final Look PLAIN = new Look(false, false, false, false);

        /** Leaves everything to the text around it. */
        static final Look OPEN = new Look(null, null, null, null);

        /** Returns this look with what it leaves open taken from another one. */
        Look or(Look around) {
            return new Look(
                    struck == null ? around.struck : struck,
                    hidden == null ? around.hidden : hidden,
                    raised == null ? around.raised : raised,
                    doubtful == null ? around.doubtful : doubtful);
        }
    }

    /** Returns the look of a style with those of its parents. */
    Look look(String family, String name) {
        Look look = Look.OPEN;
        String key = key(family, name);
        for (int parents = 0; parents < MAX_PARENTS && styles.containsKey(key); parents++) {
            Style found = styles.get(key);
            look = look.or(found.look);
            key = found.parent;
        }
        return look;
    }

    /** Returns whether a sheet is hidden. */
    boolean isTableHidden(String name) {
        return styles.getOrDefault(key("table", name), style).tableHidden;
    }
}
