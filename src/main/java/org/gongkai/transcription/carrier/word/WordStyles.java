package org.gongkai.transcription.carrier.word;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.transcription.carrier.zip.XmlPart;

/** The styles of a DOCX file, as far as they change what a reader sees. */
final class WordStyles implements XmlPart.Handler {

    /** The number of styles that may inherit from each other. */
    private static final int MAX_PARENTS = 16;

    /** A style without what it inherits. */
    private static final class Style {

        private String parent;
        private final Set<WordEffect> effects = EnumSet.noneOf(WordEffect.class);
    }

    private final Map<String, Style> styles = new HashMap<>();
    private Style style = new Style();

    /** Returns the effects of a style with those of its parents. */
    Set<WordEffect> effects(String id) {
        Set<WordEffect> effects = EnumSet.noneOf(WordEffect.class);
        String next = id;
        for (int parents = 0; parents < MAX_PARENTS && styles.containsKey(next); parents++) {
            effects.addAll(styles.get(next).effects);
            next = styles.get(next).parent;
        }
        return effects;
    }

    @Override
    public void start(String element, XMLStreamReader xml) {
        switch (element) {
            case "style" -> {
                style = new Style();
                styles.put(xml.getAttributeValue(null, "styleId"), style);
            }
            case "basedOn" -> style.parent = WordEffect.value(xml);
            default ->
                WordEffect.of(element)
                        .filter(effect -> WordEffect.isOn(element, xml))
                        .ifPresent(style.effects::add);
        }
    }

    @Override
    public void text(String text) {}

    @Override
    public void end(String element) {
        if (element.equals("style")) {
            style = new Style();
        }
    }
}
