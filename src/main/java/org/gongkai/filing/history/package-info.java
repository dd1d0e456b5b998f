/** Reports in force, their revisions and changes, and the template of the next report. */
package org.gongkai.filing.history;
