/**
 * The data that statistics are made from: their version, their tables as of an instant, the replica, and the snapshot
 * of a query.
 */
package org.gongkai.statistics.data;
