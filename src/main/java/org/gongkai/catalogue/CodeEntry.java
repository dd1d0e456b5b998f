package org.gongkai.catalogue;

import org.gongkai.text.Text;

/**
 * A code and its label.
 *
 * @param code the code
 * @param label the statutory label and its English translation
 */
public record CodeEntry(String code, Text label) {}
