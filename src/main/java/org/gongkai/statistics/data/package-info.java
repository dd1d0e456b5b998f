/** Where roll-ups read from: the version of the data, the replica, and the snapshot of a question. */
package org.gongkai.statistics.data;
