package org.gongkai.transcription.carrier.word;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Tells which text of a DOCX file a reader sees. */
final class WordVisibility {

    /** Elements whose content was deleted or moved away, is a second form of the same, or describes an earlier state. */
    private static final Set<String> UNSEEN =
            Set.of("del", "moveFrom", "Fallback", "rPrChange", "pPrChange", "trPrChange", "tcPrChange", "tblPrChange");

    private static final Set<String> HIDING = Set.of("vanish", "webHidden");
    private static final Set<String> OFF = Set.of("0", "false", "off", "none");

    private int unseen;
    private boolean run;
    private boolean rowProperties;
    private boolean runHidden;
    private boolean runStruck;
    private boolean runRaised;
    private boolean rowHidden;

    void start(String element, XMLStreamReader xml) {
        if (rowProperties && (element.equals("hidden") || element.equals("del"))) {
            rowHidden |= isOn(xml);
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
            case "trPr" -> rowProperties = true;
            case "r" -> {
                run = true;
                runHidden = false;
                runStruck = false;
                runRaised = false;
            }
            case "vertAlign" -> runRaised |= run && !"baseline".equals(value(xml));
            case "strike", "dstrike" -> runStruck |= run && isOn(xml);
            default -> runHidden |= run && HIDING.contains(element) && isOn(xml);
        }
    }

    void end(String element) {
        if (UNSEEN.contains(element)) {
            unseen--;
        } else if (element.equals("r")) {
            run = false;
        } else if (element.equals("trPr")) {
            rowProperties = false;
        }
    }

    /** Returns whether a reader sees the text at this place. */
    boolean isSeen() {
        return unseen == 0 && !(run && (runHidden || runStruck));
    }

    /** Returns whether the text at this place is seen struck out. */
    boolean isStruck() {
        return unseen == 0 && run && runStruck && !runHidden;
    }

    /** Returns whether the text at this place is raised or lowered, as the mark of a note is. */
    boolean isRaised() {
        return run && runRaised;
    }

    /** Returns whether the row is hidden or deleted. */
    boolean isRowHidden() {
        return rowHidden;
    }

    static String value(XMLStreamReader xml) {
        return xml.getAttributeValue(null, "val");
    }

    private static boolean isOn(XMLStreamReader xml) {
        return value(xml) == null || !OFF.contains(value(xml));
    }
}
