package org.gongkai.fuzz;

/**
 * An answer as it came.
 *
 * @param status the HTTP status
 * @param contentType the header Content-Type; empty where there is none
 * @param body the body, which may be empty
 */
record FuzzAnswer(int status, String contentType, byte[] body) {

    /** The content type without its parameters. */
    String mediaType() {
        return contentType.replaceFirst(";.*", "").strip();
    }
}
