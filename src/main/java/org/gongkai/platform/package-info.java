/** How the service runs: its start and stop, the embedded database, the clock, the first data, the contract it publishes. */
package org.gongkai.platform;
