package org.gongkai.transcription.carrier.pdf;

import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;

/** Tells which layers of a file are shown when it is opened. */
final class OptionalContent {

    private final PDOptionalContentProperties layers;

    OptionalContent(PDDocument document) {
        this.layers = document.getDocumentCatalog().getOCProperties();
    }

    /** Returns whether content with these properties is hidden. */
    boolean isHidden(PDPropertyList properties) {
        if (properties instanceof PDOptionalContentGroup group) {
            return layers != null && !layers.isGroupEnabled(group);
        }
        return properties instanceof PDOptionalContentMembershipDictionary membership && isHidden(membership);
    }

    private boolean isHidden(PDOptionalContentMembershipDictionary membership) {
        List<Boolean> hidden = membership.getOCGs().stream()
                .map(layer -> layer instanceof PDOptionalContentGroup && isHidden(layer))
                .toList();
        COSName policy = membership.getVisibilityPolicy();
        if (COSName.ALL_ON.equals(policy)) {
            return hidden.contains(true);
        }
        if (COSName.ANY_OFF.equals(policy)) {
            return !hidden.isEmpty() && !hidden.contains(true);
        }
        if (COSName.ALL_OFF.equals(policy)) {
            return hidden.contains(false);
        }
        return !hidden.isEmpty() && !hidden.contains(false);
    }
}
