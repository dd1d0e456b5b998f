package org.gongkai.catalogue;

import org.gongkai.text.Text;

/**
 * A code and what it stands for.
 *
 * @param code the code
 * @param label the statutory label, and its English
 */
public record CodeEntry(String code, Text label) {}
