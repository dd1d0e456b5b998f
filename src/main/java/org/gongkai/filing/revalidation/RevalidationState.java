package org.gongkai.filing.revalidation;

/** The state of a run. */
public enum RevalidationState {
    /** The run goes on. */
    RUNNING,
    /** All reports were checked. */
    DONE,
    /** The oversight office cancelled the run. What was checked before keeps its new findings. */
    CANCELLED,
    /** The run stopped after repeated failures. What was checked before keeps its new findings. */
    FAILED
}
