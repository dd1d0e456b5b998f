/** The cache of responses, with its key and the entity tags. */
package org.gongkai.statistics.cache;
