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
    public record Requests(int perSecond, int burst, int concurrent, int pipelined) {}

    /**
     * The limits on queries.
     *
     * @param concurrent number of queries that are computed at the same time; others wait
     * @param concurrentPerClient number of queries of one client that are computed at the same time
     * @param costPerMinute cost of the queries of one client a minute: 1 for each figure that is read, and 1 for each
     *     kilobyte of an answer
     * @param maxWait longest time that a query, a document or a batch waits for its turn
     */
    @Schema(name = "QueryLimits")
    public record Queries(int concurrent, int concurrentPerClient, long costPerMinute, long maxWait) {}

    /**
     * The limits on documents.
     *
     * @param concurrent number of documents that are read, or written as PDF, at the same time; others wait
     * @param concurrentPerClient number of such documents of one client at the same time
     */
    @Schema(name = "DocumentLimits")
    public record Documents(int concurrent, int concurrentPerClient) {}

    /**
     * The limits on answers of more than 64 KB.
     *
     * @param inMemory maximum size of all such answers that are being sent; one client may have half of it, or one answer
     * @param maxStall time in which a client must read a part of an answer
     */
    @Schema(name = "AnswerLimits")
    public record Answers(long inMemory, long maxStall) {}

    /**
     * The limits on bodies.
     *
     * @param report maximum size of a body, and of an item of a batch
     * @param document maximum size of a document to read a report from
     * @param inMemory maximum size of all bodies that are being received or processed
     * @param inMemoryPerClient maximum size of those of one client
     * @param grace time that a body has before its rate counts
     * @param minBytesPerSecond lowest average rate of a body after that time
     */
    @Schema(name = "BodyLimits")
    public record Bodies(
            long report, long document, long inMemory, long inMemoryPerClient, long grace, long minBytesPerSecond) {}

    /**
     * The limits on batches.
     *
     * @param concurrent number of batches that are processed at the same time; others wait
     * @param concurrentPerClient number of batches of one client that are processed at the same time
     * @param unpacked maximum size of a compressed batch after it has been unpacked
     * @param spool disk space for the temporary files of all batches
     * @param minBytesPerSecond lowest average rate of a batch while the service waits for it
     */
    @Schema(name = "BatchLimits")
    public record Batches(int concurrent, int concurrentPerClient, long unpacked, long spool, long minBytesPerSecond) {}

    /**
     * The limits on the head of a request.
     *
     * @param address maximum size of the address with its parameters
     * @param headers maximum size of all headers together
     */
    @Schema(name = "HeadLimits")
    public record Head(long address, long headers) {}
}
