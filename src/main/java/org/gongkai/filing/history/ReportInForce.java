package org.gongkai.filing.history;

import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * A report as it is in force.
 *
 * @param tag its entity tag
 * @param content what it says, as JSON
 * @param organ whose report it is, by the name of that year
 * @param submittedAt when it was taken in
 * @param waiting number of the newest revision where that is another; empty where it is not
 */
record ReportInForce(EntityTag tag, String content, String organ, Instant submittedAt, OptionalInt waiting) {}
