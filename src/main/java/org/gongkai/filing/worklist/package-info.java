/** The work list of the oversight office. */
package org.gongkai.filing.worklist;
