/** Report years: deadlines, the roster of the agencies that owe a report, and completeness. */
package org.gongkai.cycle;
