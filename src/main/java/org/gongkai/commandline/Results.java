package org.gongkai.commandline;

import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** The results of a command, line by line. Closing it ends the output. */
public interface Results extends AutoCloseable {

    /** Adds a line with a value for each column; {@code null} for none. */
    void add(Object... values);

    @Override
    void close();

    /** Returns a value for programs: the name of a choice, a text in the language of the user, and others as they are. */
    static Object plain(Object value, Language language) {
        if (value instanceof Choice choice) {
            return choice.name();
        }
        return value instanceof Text text ? text.in(language) : value;
    }
}
