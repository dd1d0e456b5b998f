package org.gongkai.publication.table;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * A table of a whole list.
 *
 * @param name its file name without the extension, in ASCII
 * @param title its title, which is also its file name for clients that support Chinese
 * @param at the time of the data
 * @param columns returns its columns with these labels, in a language
 */
public record Table<R>(
        String name, Text title, Instant at, BiFunction<TableLabels, Language, List<TableColumn<R>>> columns) {}
