/** The operation of the service: start and stop, the embedded database, the clock, the demonstration data. */
package org.gongkai.platform;
