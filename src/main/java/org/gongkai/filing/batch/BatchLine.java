package org.gongkai.filing.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.review.Receipt;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.filing.submission.SubmissionResult;
import org.gongkai.filing.submission.SubmissionResult.Accepted;
import org.gongkai.filing.submission.SubmissionResult.Rejected;
import org.gongkai.filing.submission.Validation;
import org.gongkai.problem.Problem;
import org.gongkai.problem.ProblemException;

/**
 * The result of one item of a batch.
 *
 * @param line number of the line of the item or, in an array, its position, from 1
 * @param agency code of the agency; absent where it could not be read
 * @param year the report year; absent where it could not be read
 * @param status HTTP status that the item would have had as a single submission
 * @param receipt receipt of the stored revision; absent where nothing was stored
 * @param problem reason why the item was not stored; absent where it was
 * @param validation expected result of the item in a dry run, which has no receipt; absent where the item has a problem
 */
public record BatchLine(
        @Schema(minimum = "1") long line,
        @JsonInclude(JsonInclude.Include.NON_NULL) String agency,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer year,
        @Schema(minimum = "200", maximum = "599") int status,
        @JsonInclude(JsonInclude.Include.NON_NULL) Receipt receipt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Problem problem,
        @JsonInclude(JsonInclude.Include.NON_NULL) Validation validation) {

    static BatchLine of(ReadItem item, SubmissionResult result, BatchRequest request) {
        return result instanceof Accepted accepted
                ? accepted(item, accepted, request)
                : rejected(item.line(), item.agency(), item.year(), ((Rejected) result).problem(), request);
    }

    private static BatchLine accepted(ReadItem item, Accepted result, BatchRequest request) {
        RevisionSnapshot snapshot = result.snapshot();
        return new BatchLine(
                item.line(),
                item.agency(),
                item.year(),
                result.status(),
                request.dryRun() ? null : Receipt.of(snapshot, request.language(), Visibility.FULL, request.signer()),
                null,
                request.dryRun() ? Validation.expected(snapshot, request.language()) : null);
    }

    /** Returns the line of an item that was not stored. */
    static BatchLine rejected(long line, String agency, Integer year, ProblemException problem, BatchRequest request) {
        return new BatchLine(
                line,
                agency,
                year,
                problem.type().status(),
                null,
                Problem.of(problem, request.path(), request.id(), request.language()),
                null);
    }
}
