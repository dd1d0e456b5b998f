/** The views for BI tools: the figures and texts that they take from the forms. */
package org.gongkai.statistics.bi;
