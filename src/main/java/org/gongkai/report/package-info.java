/**
 * One statutory annual report on government information disclosure: its contents by the cells and texts of the form,
 * its JSON, and the hash of its content.
 */
package org.gongkai.report;
