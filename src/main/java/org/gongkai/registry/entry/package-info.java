/** Checks of entries of any register, and their changes in the audit log. */
package org.gongkai.registry.entry;
