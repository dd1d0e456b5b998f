/** The effect of a supposed change of a report, and the changes of totals when a revision came into force. */
package org.gongkai.filing.impact;
