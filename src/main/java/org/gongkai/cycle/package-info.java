/** Report years: when they are due, who owes a report, and who still does. */
package org.gongkai.cycle;
