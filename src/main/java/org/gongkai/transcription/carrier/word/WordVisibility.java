package org.gongkai.transcription.carrier.word;

import java.util.EnumSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Tells which text of a DOCX file a reader sees. */
final class WordVisibility {

    /** Elements whose content was deleted or moved away, is a second form of the same, or describes an earlier state. */
    private static final Set<String> UNSEEN =
            Set.of("del", "moveFrom", "Fallback", "rPrChange", "pPrChange", "trPrChange", "tcPrChange", "tblPrChange");

    private final WordStyles styles;
    private int unseen;
    private boolean inRun;
    private boolean inRowProperties;
    private boolean rowHidden;

    /** The effects of the style of the paragraph. */
    private Set<WordEffect> paragraph = Set.of();

    private final Set<WordEffect> run = EnumSet.noneOf(WordEffect.class);

    WordVisibility(WordStyles styles) {
        this.styles = styles;
    }

    void start(String element, XMLStreamReader xml) {
        if (inRowProperties && (element.equals("hidden") || element.equals("del"))) {
            rowHidden |= WordEffect.isOn(element, xml);
        }
        if (UNSEEN.contains(element)) {
            unseen++;
        } else if (unseen == 0) {
            startSeen(element, xml);
        }
    }

    private void startSeen(String element, XMLStreamReader xml) {
        switch (element) {
            case "tr" -> rowHidden = false;
            case "trPr" -> inRowProperties = true;
            case "p" -> paragraph = Set.of();
            case "pStyle" -> paragraph = styles.effects(WordEffect.value(xml));
            case "r" -> {
                inRun = true;
                run.clear();
                run.addAll(paragraph);
            }
            case "rStyle" -> run.addAll(styles.effects(WordEffect.value(xml)));
            default -> {
                if (inRun) {
                    WordEffect.of(element).ifPresent(effect -> change(effect, WordEffect.isOn(element, xml)));
                }
            }
        }
    }

    private void change(WordEffect effect, boolean on) {
        if (on) {
            run.add(effect);
        } else if (effect != WordEffect.DOUBTFUL) {
            run.remove(effect);
        }
    }

    void end(String element) {
        if (UNSEEN.contains(element)) {
            unseen--;
        } else if (element.equals("r")) {
            inRun = false;
        } else if (element.equals("trPr")) {
            inRowProperties = false;
        }
    }

    /** Returns whether a reader sees the text at this place. */
    boolean isSeen() {
        return unseen == 0 && !has(WordEffect.HIDDEN) && !has(WordEffect.STRUCK);
    }

    /** Returns whether the text at this place is seen struck out. */
    boolean isStruck() {
        return unseen == 0 && has(WordEffect.STRUCK) && !has(WordEffect.HIDDEN);
    }

    /** Returns whether the text at this place is raised or lowered, as the mark of a note is. */
    boolean isRaised() {
        return has(WordEffect.RAISED);
    }

    /** Returns whether it is not certain that a reader sees the text at this place as it is written. */
    boolean isDoubtful() {
        return has(WordEffect.DOUBTFUL);
    }

    private boolean has(WordEffect effect) {
        return inRun && run.contains(effect);
    }

    /** Returns whether the row is hidden or deleted. */
    boolean isRowHidden() {
        return rowHidden;
    }
}
