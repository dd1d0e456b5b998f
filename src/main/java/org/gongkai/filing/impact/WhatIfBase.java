package org.gongkai.filing.impact;

/** The revision to which supposed changes are made. */
public enum WhatIfBase {
    /** The revision in force or, if none is, the newest one that waits or was returned. */
    IN_FORCE,
    /** The newest revision that was not withdrawn, whether or not it is in force. */
    LATEST
}
