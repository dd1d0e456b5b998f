package org.gongkai.commandline;

import org.gongkai.text.Text;

/** A value of a closed set in the results of a command: its name in CSV and JSON, its label in tables. */
public interface Choice {

    String name();

    Text label();
}
