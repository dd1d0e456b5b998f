/** Temporary files, which are deleted at the next start if the process was killed. */
package org.gongkai.spool;
