package org.gongkai.webhook.transport;

/** The reason why a delivery failed. */
public enum Failure {
    /** The receiver did not answer in time. */
    TIMEOUT,
    /** The name of the host has no address. */
    UNKNOWN_HOST,
    /** The host is in a private network, to which the service does not connect. */
    PRIVATE_ADDRESS,
    /** The connection was refused or broken. */
    CONNECTION,
    /** The certificate of the receiver is not valid, or TLS failed in another way. */
    TLS,
    /** The receiver answered with a status other than 2xx. Redirects are not followed. */
    STATUS,
    /** The secret was encrypted with another key: the setting {@code gongkai.webhooks.key} has changed. */
    SECRET
}
