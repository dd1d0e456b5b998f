package org.gongkai.http.load;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The settings that limit the load. All of them hold for each replica. */
@ConfigMapping(prefix = "gongkai.limits")
public interface LoadLimits {

    /**
     * Returns whether requests and queries of each client are limited, and one client gets no more than half of the turns of
     * queries, documents and batches. The limits on memory always hold.
     */
    @WithDefault("true")
    boolean fairUse();

    /** Returns the number of requests a second that one client may send over a longer time. */
    @WithDefault("1000")
    int requestRate();

    /** Returns the number of requests that one client may send at once after a pause. */
    @WithDefault("10000")
    int requestBurst();

    /** Returns the number of requests of one client that may be under way at the same time. */
    @WithDefault("150")
    int concurrentRequests();

    /**
     * Returns the cost of queries a minute of one client. Each figure that is read for an answer costs 1, and each
     * kilobyte of the answer 1. Answers from the cache cost nothing.
     */
    @WithDefault("100000000")
    long queryCost();

    /**
     * Returns the number of queries that are computed at the same time, except for large ones. Empty: by memory, at most 8.
     */
    OptionalInt queries();

    /**
     * Returns the number of large queries that are computed at the same time: those that read more than 100,000 figures,
     * or have more than 10,000 rows. Empty: a quarter of the other queries, at least 1.
     */
    OptionalInt largeQueries();

    /** Returns the number of roll-ups of any length, which are NDJSON, that are sent at the same time. */
    @WithDefault("2")
    int exports();

    /** Returns the number of documents that are read, or written as PDF, at the same time. Empty: half of the processors. */
    OptionalInt documents();

    /** Returns the number of batches that are processed at the same time. */
    @WithDefault("32")
    int batches();

    /** Returns the longest time that a query, a document or a batch waits for its turn. */
    @WithDefault("30s")
    Duration maxWait();

    /** Returns the memory for bodies that are being received or processed. Empty: an eighth of the heap. */
    Optional<MemorySize> bodies();

    /** Returns the memory for large answers that are being sent. Empty: an eighth of the heap. */
    Optional<MemorySize> answers();

    /** Returns the disk space for the temporary files of batches and of large answers. */
    @WithDefault("2G")
    MemorySize spool();

    /** Returns the time that a body has before its rate counts. */
    @WithDefault("20s")
    Duration bodyGrace();

    /** Returns the lowest average rate of a body, in bytes a second. */
    @WithDefault("4K")
    MemorySize bodyRate();

    /** Returns the lowest average rate of a batch while the service waits for it, in bytes a second. */
    @WithDefault("256")
    MemorySize batchRate();

    /** Returns the time that a client has to read a part of an answer before its connection is closed. */
    @WithDefault("30s")
    Duration readStall();

    /** Returns the number of requests that one connection may send before it has received the answers. */
    @WithDefault("32")
    int pipelined();
}
