package org.gongkai.browser;

/**
 * An agency of one test.
 *
 * @param code its code
 * @param name its name, which no name of another agency contains
 */
record TestAgency(String code, String name) {}
