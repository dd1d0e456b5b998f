package org.gongkai.transcription.carrier.pdf;

import org.gongkai.text.Text;

/** Ends the reading of a file from inside of the library, which hides checked exceptions. */
final class PdfRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    PdfRefusal(Text reason) {
        super(reason.en(), null, false, false);
        this.reason = reason;
    }

    Text reason() {
        return reason;
    }
}
