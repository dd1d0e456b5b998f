package org.gongkai.security.tokens;

/** The state of a token. */
public enum TokenState {
    /** The token is accepted until it expires. */
    VALID,
    /** Another token took over its rights; the token is accepted until the instant of its revocation. */
    REPLACED,
    /** The token is refused, because it was revoked or replaced. */
    REVOKED,
    /** The token is refused, because its validity has ended. */
    EXPIRED
}
