package org.gongkai.platform;

/** The name of a database in messages. */
final class DatabaseName {

    private DatabaseName() {}

    /** Returns the URL without its parameters, one of which may be the password. */
    static String of(String url) {
        return url.replaceFirst("[?].*", "");
    }
}
