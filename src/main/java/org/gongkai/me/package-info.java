/** The caller's own token and years. */
package org.gongkai.me;
