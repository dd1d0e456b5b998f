package org.gongkai.transcription.carrier;

import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.gongkai.transcription.carrier.zip.ZippedParts;

/**
 * The limits of POI on files that it unpacks. Its limits on single records of DOC and XLS files keep their defaults: an
 * override would be one value for all of them, and raise most.
 */
final class PoiLimits {

    private PoiLimits() {}

    /** Sets the limits for the whole process. */
    static void set() {
        ZipSecureFile.setMaxEntrySize(ZippedParts.MAX_UNPACKED_BYTES);
        ZipSecureFile.setMaxFileCount(ZippedParts.MAX_PARTS);
    }
}
