package org.gongkai.packaged.siege;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.Tool;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service with a heap of 256 MB under each kind of attack, one after the other, while a normal client works.
 * The profile {@code siege} attacks longer, and its table is printed in docs/reliability.md.
 */
@Tag("thorough")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(1_800)
class SiegeIT {

    private static final long SECONDS = Long.getLong("gongkai.siege.seconds", 2);

    /** The time that a cheap request may take, in seconds. Beside other tests, it may take longer. */
    private static final double SLOWEST = SECONDS > 2 ? 1 : 5;

    /** The memory that may be used more than before the siege: the caches have been filled, the fonts loaded. */
    private static final long GROWTH = 80L << 20;

    private static final Pattern USED = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([0-9.E]+)");

    private ServiceProcess service;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Path home = PreparedHome.createAt(folder.resolve("home"));
        service = ServiceProcess.start(
                folder.resolve("service.log"),
                Map.of(
                        "GONGKAI_HOME", home.toString(),
                        "GONGKAI_LIMITS_SPOOL", "200M",
                        "GONGKAI_LIMITS_MAX_WAIT", "5s"),
                ServiceProcess.command("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
        Until.is(() -> service.request().get("/q/health/ready").statusCode() == 200);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void servesANormalClientDuringEachAttack() throws Exception {
        long before = heapInUse();
        List<String> table = new ArrayList<>();
        table.add("| attack | tried | answers | cheap request: p50, p99 | submissions stored |");
        table.add("|---|---|---|---|---|");

        for (Attack attack : Attacks.all()) {
            table.add(besiege(attack));
        }

        Files.write(Path.of("target", "siege.md"), table);
        assertThat(service.handle().isAlive()).isTrue();
        assertThat(service.output()).doesNotContain("OutOfMemoryError");
        assertThat(service.request().get("/q/health/live").statusCode()).isEqualTo(200);
        Until.is(() -> heapInUse() < before + GROWTH);
        assertThat(service.request().get("/q/metrics").asString().length()).isLessThan(100_000);
    }

    private String besiege(Attack attack) throws Exception {
        Target target = new Target(service.port(), service.token("350128-finance"));
        NormalClient client = new NormalClient(service.port(), service.token(NormalClient.AGENCY));
        client.start();
        attack.action().run(target, System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS));
        client.stop();

        assertThat(client.others()).as(attack.kind()).isEmpty();
        assertThat(client.percentile(0.99)).as(attack.kind()).isLessThan(SLOWEST);
        checkReceipts(client);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.0f ms, %.0f ms | %d |",
                attack.kind(),
                attack.tried(),
                target.answers(),
                client.percentile(0.5) * 1_000,
                client.percentile(0.99) * 1_000,
                client.receipts().size());
    }

    private void checkReceipts(NormalClient client) throws Exception {
        assertThat(client.receipts()).isNotEmpty();
        for (Map.Entry<Integer, String> receipt : client.receipts().entrySet()) {
            Response stored = service.oversight()
                    .get(
                            "/api/v1/reports/{agency}/2024/revisions/{revision}/receipt",
                            NormalClient.AGENCY,
                            receipt.getKey());
            assertThat(stored.statusCode()).isEqualTo(200);
            assertThat(stored.path("contentHash").toString()).isEqualTo(receipt.getValue());
        }
    }

    private long heapInUse() throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Tool.run(List.of(jcmd, String.valueOf(service.handle().pid()), "GC.run"));
        return heapInUse(service.request().get("/q/metrics").asString());
    }

    private static long heapInUse(String metrics) throws IOException {
        Matcher used = USED.matcher(metrics);
        double sum = 0;
        while (used.find()) {
            sum += Double.parseDouble(used.group(1));
        }
        return (long) sum;
    }
}
