/** The rule book: every rule in its order, with its legal basis, and the check of the shape of a report. */
package org.gongkai.rules.book;
