package org.gongkai.intake;

import java.io.IOException;
import org.gongkai.text.Text;

/** The exception for a file whose content cannot be read. The other files are not affected. */
final class UnreadableFile extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    UnreadableFile(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    Text reason() {
        return reason;
    }
}
