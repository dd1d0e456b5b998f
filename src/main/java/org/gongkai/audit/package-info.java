/** The audit log: every change with its time and actor, recorded in the same transaction and never altered. */
package org.gongkai.audit;
