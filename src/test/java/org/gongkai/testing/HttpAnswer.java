package org.gongkai.testing;

/**
 * An answer of the service, not interpreted.
 *
 * @param status the HTTP status
 * @param contentType the header Content-Type; empty if there is none
 * @param body the body, which may be empty
 */
public record HttpAnswer(int status, String contentType, byte[] body) {

    /** Returns the content type without its parameters. */
    public String mediaType() {
        return contentType.replaceFirst(";.*", "").strip();
    }
}
