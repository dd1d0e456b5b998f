package org.gongkai.http.fairuse;

import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.LoadLimits;
import org.gongkai.problem.ProblemException;
import org.gongkai.text.Text;

/**
 * The budget of each client for queries that are computed. The cost of a query is known when its answer is, and is charged
 * then; a client whose budget is used up waits until enough of it has been refilled.
 */
@Singleton
public class QueryBudget {

    private static final int BYTES_PER_UNIT = 1_024;

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private static final Text USED_UP = new Text(
            "查询开销已达上限：每个客户端每分钟 %s 个单位（读取一个指标值计 1，返回 1 KB 计 1）",
            "The queries have cost too much: each client has %s units a minute (1 for each figure that is read, and 1"
                    + " for each KB of an answer)");

    private final LoadLimits limits;
    private final ClientBuckets budgets;
    private final RateLimitHeaders headers;

    QueryBudget(LoadLimits limits) {
        this.limits = limits;
        this.budgets = new ClientBuckets(limits.queryCost(), limits.queryCost(), PERIOD);
        this.headers = new RateLimitHeaders("queries", limits.queryCost(), limits.queryCost() / PERIOD.toSeconds());
    }

    /**
     * Checks that a client may ask another query.
     *
     * @throws ProblemException if its budget is used up
     */
    public void check(Client client) {
        if (!limits.fairUse()) {
            return;
        }
        Bucket budget = budgets.of(client);
        if (budget.getAvailableTokens() <= 0) {
            Duration delay = Duration.ofNanos(budget.estimateAbilityToConsume(1).getNanosToWaitForRefill());
            throw headers.addTo(FairUse.refusal(USED_UP.with(limits.queryCost()), delay), 0, delay);
        }
    }

    /**
     * Charges the cost of an answer.
     *
     * @param valuesRead number of figures that were read
     * @param bytes size of the answer
     */
    public void charge(Client client, long valuesRead, long bytes) {
        if (limits.fairUse()) {
            budgets.of(client).consumeIgnoringRateLimits(1 + valuesRead + bytes / BYTES_PER_UNIT);
        }
    }
}
