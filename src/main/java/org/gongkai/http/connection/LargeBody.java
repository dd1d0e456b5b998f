package org.gongkai.http.connection;

import org.gongkai.http.load.AnswerBudget.Sending;

/**
 * The body of a large answer.
 *
 * @param bytes its bytes
 * @param sending the permission to send it
 */
record LargeBody(byte[] bytes, Sending sending) {}
