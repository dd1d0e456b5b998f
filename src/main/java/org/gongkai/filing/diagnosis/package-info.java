/** The open points of the report of one agency, as data and as a paper (核查单) to hand over to the agency. */
package org.gongkai.filing.diagnosis;
