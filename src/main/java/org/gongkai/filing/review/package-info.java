/** Explanations of warnings, and decisions about revisions that wait. */
package org.gongkai.filing.review;
