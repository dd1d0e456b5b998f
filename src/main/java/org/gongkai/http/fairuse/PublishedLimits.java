package org.gongkai.http.fairuse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The limits of the service. They hold for each replica. Sizes are in bytes, times in seconds.
 *
 * @param fairUse whether requests and queries of each client are limited
 * @param requests the limits on the requests of one client: the subject of its token, otherwise its network address
 * @param queries the limits on roll-ups and consolidated reports that are computed; answers from the cache are free
 * @param documents the limits on documents that are read or written as PDF
 * @param bodies the limits on bodies
 * @param answers the limits on large answers
 * @param batches the limits on batches
 * @param head the limits on the head of a request
 */
public record PublishedLimits(
        boolean fairUse,
        Requests requests,
        Queries queries,
        Documents documents,
        Bodies bodies,
        Answers answers,
        Batches batches,
        Head head) {

    /**
     * The limits on the requests of one client.
     *
     * @param perSecond number of requests a second over a longer time
     * @param burst number of requests at once after a pause
     * @param concurrent number of requests under way
     * @param pipelined number of requests on one connection without an answer
     */
    @Schema(name = "RequestLimits")
    public record Requests(
            @Schema(minimum = "0") int perSecond,
            @Schema(minimum = "0") int burst,
            @Schema(minimum = "0") int concurrent,
            @Schema(minimum = "0") int pipelined) {}

    /**
     * The limits on queries.
     *
     * @param concurrent number of queries that are computed at the same time, except for large ones; others wait
     * @param concurrentPerClient number of queries of one client that are computed at the same time
     * @param concurrentLarge number of large queries that are computed at the same time: those that read more than
     *     100,000 figures, or have more than 10,000 rows
     * @param concurrentExports number of roll-ups of any length, as NDJSON, that are sent at the same time
     * @param costPerMinute cost of the queries of one client a minute: 1 for each figure that is read, and 1 for each
     *     kilobyte of an answer
     * @param maxWait longest time that a query, a document or a batch waits for its turn, in seconds
     */
    @Schema(name = "QueryLimits")
    public record Queries(
            @Schema(minimum = "0") int concurrent,
            @Schema(minimum = "0") int concurrentPerClient,
            @Schema(minimum = "0") int concurrentLarge,
            @Schema(minimum = "0") int concurrentExports,
            @Schema(minimum = "0") long costPerMinute,
            @Schema(minimum = "0") long maxWait) {}

    /**
     * The limits on documents.
     *
     * @param concurrent number of documents that are read, or written as PDF, at the same time; others wait
     * @param concurrentPerClient number of such documents of one client at the same time
     */
    @Schema(name = "DocumentLimits")
    public record Documents(
            @Schema(minimum = "0") int concurrent,
            @Schema(minimum = "0") int concurrentPerClient) {}

    /**
     * The limits on answers of more than 64 KB.
     *
     * @param inMemory maximum size of all such answers that are being sent, in bytes; one client may have half of
     *     it, or one answer
     * @param maxStall time in which a client must read a part of an answer, in seconds
     */
    @Schema(name = "AnswerLimits")
    public record Answers(
            @Schema(minimum = "0") long inMemory,
            @Schema(minimum = "0") long maxStall) {}

    /**
     * The limits on bodies.
     *
     * @param report maximum size of a body, and of an item of a batch, in bytes
     * @param document maximum size of a document to read a report from, in bytes
     * @param inMemory maximum size of all bodies that are being received or processed, in bytes
     * @param inMemoryPerClient maximum size of those of one client, in bytes
     * @param grace time that a body has before its rate counts, in seconds
     * @param minBytesPerSecond lowest average rate of a body after that time, in bytes a second
     */
    @Schema(name = "BodyLimits")
    public record Bodies(
            @Schema(minimum = "0") long report,
            @Schema(minimum = "0") long document,
            @Schema(minimum = "0") long inMemory,
            @Schema(minimum = "0") long inMemoryPerClient,
            @Schema(minimum = "0") long grace,
            @Schema(minimum = "0") long minBytesPerSecond) {}

    /**
     * The limits on batches.
     *
     * @param concurrent number of batches that are processed at the same time; others wait
     * @param concurrentPerClient number of batches of one client that are processed at the same time
     * @param unpacked maximum size of a compressed batch after it has been unpacked, in bytes
     * @param spool disk space for the temporary files of all batches, in bytes
     * @param minBytesPerSecond lowest average rate of a batch while the service waits for it, in bytes a second
     */
    @Schema(name = "BatchLimits")
    public record Batches(
            @Schema(minimum = "0") int concurrent,
            @Schema(minimum = "0") int concurrentPerClient,
            @Schema(minimum = "0") long unpacked,
            @Schema(minimum = "0") long spool,
            @Schema(minimum = "0") long minBytesPerSecond) {}

    /**
     * The limits on the head of a request.
     *
     * @param address maximum size of the address with its parameters, in bytes
     * @param headers maximum size of all headers together, in bytes
     */
    @Schema(name = "HeadLimits")
    public record Head(
            @Schema(minimum = "0") long address,
            @Schema(minimum = "0") long headers) {}
}
