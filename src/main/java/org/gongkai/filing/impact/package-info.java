/** What would change if a report changed, and what changed when a revision came into force. */
package org.gongkai.filing.impact;
