/** What the report of one agency leaves open, as data and as a paper (核查单) to hand over to the agency. */
package org.gongkai.filing.diagnosis;
