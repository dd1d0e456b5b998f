/** The submission of many reports in one request. */
package org.gongkai.filing.batch;
