package org.gongkai.publication.table;

import java.util.Optional;
import org.gongkai.http.parameter.Labels;

/**
 * The labels of codes in the columns of a table.
 *
 * @param asked the labels that the request asks for
 * @param format the format of the table
 */
public record TableLabels(Optional<Labels> asked, TableFormat format) {

    /** Returns the labels of registered entries: by default names for people, and for programs codes and names. */
    public Labels ofRegistered() {
        return asked.orElse(format == TableFormat.XLSX ? Labels.NAMES : Labels.BOTH);
    }

    /**
     * Returns the labels of the codes of a closed set: by default names for people, and for programs codes, so that CSV is
     * the same in every language.
     */
    public Labels ofChoices() {
        return asked.orElse(format == TableFormat.XLSX ? Labels.NAMES : Labels.CODES);
    }

    /** Returns whether the table has texts in the language of the caller. */
    boolean dependOnLanguage() {
        return format == TableFormat.XLSX || format == TableFormat.CSV && ofChoices() != Labels.CODES;
    }
}
