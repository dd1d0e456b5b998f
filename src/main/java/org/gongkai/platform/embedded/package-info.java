/** The embedded PostgreSQL server. */
package org.gongkai.platform.embedded;
