package org.gongkai.http.connection;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer of any length. It is made while the client reads it, on a thread that waits for the client. It has
 * the coding that its headers name already.
 *
 * @param content writes the body
 */
public record StreamedBody(StreamingOutput content) implements StreamingOutput {

    @Override
    public void write(OutputStream out) throws IOException {
        content.write(out);
    }
}
