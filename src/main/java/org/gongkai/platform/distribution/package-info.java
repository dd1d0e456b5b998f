/** The distribution of the tables over several servers by Citus, and the way back. */
package org.gongkai.platform.distribution;
