package org.gongkai.http.body;

import java.time.Duration;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/**
 * The minimum rate of a body. After a first time in which it may arrive at any rate, its average must not fall below the
 * minimum.
 *
 * @param grace the first time
 * @param rate minimum average after it, in bytes a second
 */
record Arrival(Duration grace, long rate) {

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Returns whether a body arrives too slowly.
     *
     * @param received the number of bytes so far
     * @param waited the time in which the service waited for them, in nanoseconds
     */
    boolean isTooSlow(long received, long waited) {
        return received < rate * ((waited - grace.toNanos()) / NANOS_PER_SECOND);
    }

    /** Returns the refusal of a body that arrives too slowly. */
    ProblemException refusal() {
        return new ProblemException(
                ProblemType.INCOMPLETE_BODY,
                new Text(
                                "请求正文到达过慢：%s 秒之后，平均每秒不得少于 %s 字节",
                                "The body arrives too slowly: after %s s, the average must be at least %s bytes a"
                                        + " second")
                        .with(grace.toSeconds(), rate));
    }

    /** Returns the refusal of a body that has ended before it was complete. */
    static ProblemException broken() {
        return new ProblemException(
                ProblemType.INCOMPLETE_BODY,
                new Text(
                        "请求正文没有收全：连接中断，或长时间没有后续内容",
                        "The body has not arrived completely: the connection broke, or no more data came"));
    }
}
