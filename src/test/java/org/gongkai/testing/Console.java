package org.gongkai.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gongkai.commandline.CommandLines;
import org.gongkai.text.Language;

/** Runs commands and keeps what they print. */
public final class Console {

    private final Language language;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    public Console(Language language) {
        this.language = language;
    }

    /** Runs a command and returns its exit code. The output of earlier commands is forgotten. */
    public int run(Object command, String... arguments) {
        out.reset();
        err.reset();
        return CommandLines.of(
                        command,
                        language,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
