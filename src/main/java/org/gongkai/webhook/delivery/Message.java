package org.gongkai.webhook.delivery;

import org.gongkai.audit.Cursor;

/**
 * A message to be delivered.
 *
 * @param id its identifier, the same for every attempt and every replay, by which a receiver recognises a repetition
 * @param type the type of the event, or {@code TEST}
 * @param body the content, as JSON
 * @param cursor position of the event in the audit log; {@code null} for a test
 */
record Message(String id, String type, String body, Cursor cursor) {}
