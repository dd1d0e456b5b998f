package org.gongkai.filing.revision;

/**
 * A revision with its findings, at one moment. Later changes do not reach it.
 *
 * @param revision the revision
 * @param findings the findings about it, with their explanations
 * @param isInSandbox whether it is a test, which has no effect
 */
public record RevisionSnapshot(RevisionRow revision, Findings findings, boolean isInSandbox) {}
