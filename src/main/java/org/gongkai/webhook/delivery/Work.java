package org.gongkai.webhook.delivery;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.gongkai.audit.Cursor;

/**
 * The messages that a replica delivers before it gives the others a turn.
 *
 * @param claim the right to deliver them
 * @param url address of the receiver
 * @param secret the secret that signs; empty if it cannot be read
 * @param replays the number of times that the cursor was moved by hand, when the messages were read
 * @param attempts failed attempts to deliver the first message
 * @param messages the messages, in their order
 * @param end the position after the last message
 */
record Work(
        Claim claim, URI url, Optional<String> secret, int replays, int attempts, List<Message> messages, Cursor end) {}
