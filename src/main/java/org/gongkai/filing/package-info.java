/** The life of a report: submission, validation, review, revisions and history. */
package org.gongkai.filing;
