/**
 * What must hold in a report. Pure functions over the form and its figures: a rule that is broken is a {@link
 * org.gongkai.rules.Finding}, which is data; nothing throws to report one.
 */
package org.gongkai.rules;
