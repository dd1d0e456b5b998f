/**
 * The model of rules for reports. Rules are pure functions of the form and its figures. A broken rule is returned as a
 * {@link org.gongkai.rules.Finding} and never thrown as an exception.
 */
package org.gongkai.rules;
