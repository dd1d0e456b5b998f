package org.gongkai.audit;

/**
 * An event with its position in the audit log.
 *
 * @param event the event
 * @param cursor its position: the following events are those after it
 */
public record FeedEntry(Event event, Cursor cursor) {}
