/** Reminders of reports: the operations, the letter list and the command. */
package org.gongkai.reminder;
