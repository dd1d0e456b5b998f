/** The life of a report: taking it in, checking it, keeping every revision, and giving it back. */
package org.gongkai.filing;
