/** The cache of responses, and entity tags. */
package org.gongkai.statistics.cache;
