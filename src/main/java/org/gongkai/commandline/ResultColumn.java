package org.gongkai.commandline;

import org.gongkai.text.Text;

/**
 * A column of the results of a command.
 *
 * @param code name in CSV and JSON
 * @param heading heading in tables
 */
public record ResultColumn(String code, Text heading) {}
