/** The schedule of reminders, and their delivery by mail: by one replica at a time, with retries. */
package org.gongkai.reminder.delivery;
