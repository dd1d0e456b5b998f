/** The rules in their order, each with its legal basis, and the check of the shape of a report. */
package org.gongkai.rules.book;
