package org.gongkai.transcription.table;

import org.gongkai.transcription.place.Place;

/**
 * The printed text where a number is expected.
 *
 * @param text the printed text
 * @param place its place in the document
 */
public record PrintedValue(String text, Place place) {

    boolean isBlank() {
        return text.isBlank();
    }
}
