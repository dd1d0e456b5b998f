/** Which agency must be reminded of what, by the configured steps, and the log of reminders. */
package org.gongkai.reminder.due;
