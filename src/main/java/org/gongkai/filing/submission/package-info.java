/** The submission of one report: validation, group commit and receipt. */
package org.gongkai.filing.submission;
