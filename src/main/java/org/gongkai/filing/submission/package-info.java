/** The submission of one report: validation, group commit and result. */
package org.gongkai.filing.submission;
