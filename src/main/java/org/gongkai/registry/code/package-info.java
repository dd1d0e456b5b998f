/** Codes of the registers: their look-up, and the report of unknown ones. */
package org.gongkai.registry.code;
