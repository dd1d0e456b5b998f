package org.gongkai.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.testing.DeclaredContract;
import org.gongkai.testing.DeclaredOperation;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random requests to every operation. Each answer is declared in the contract, and none is an internal error.
 *
 * <p>Requests are made from the contract that the service publishes, so that operations need not be listed here. To
 * look further: {@code mvn test -Dtest=ContractFuzzTest -Dgongkai.fuzz.cases=5000 -Dgongkai.fuzz.seed=2}.
 */
@QuarkusTest
class ContractFuzzTest extends ServiceTest {

    private static final long SEED = Long.getLong("gongkai.fuzz.seed", 1);
    private static final int CASES = Integer.getInteger("gongkai.fuzz.cases", 20);

    private DeclaredContract contract;
    private ExistingData existingData;

    @BeforeEach
    void fillTheService() throws Exception {
        registerAll();
        put("cycles/2023", "{}").statusCode(201);
        Stream.of(2022, 2024).forEach(year -> putInForce(ReportFiles.of("350128-police", year)));
        contract =
                DeclaredContract.read(RestAssured.get("/q/openapi?format=json").asString());
        existingData = new ExistingData(values(), tokens(), expired());
    }

    private static Map<String, List<String>> values() {
        List<String> agencies = List.of("350128-police", "350128-finance", "430212-finance", "350128-gov");
        return Map.ofEntries(
                Map.entry("agency", agencies),
                Map.entry("code", List.of("350128-police", "430212", "finance", "new-one")),
                Map.entry("district", List.of("350128", "430200")),
                Map.entry("category", List.of("finance", "public-security")),
                Map.entry("year", List.of("2022", "2023", "2024", "2019")),
                Map.entry("revision", List.of("1", "2")),
                Map.entry("since", List.of("1", "2")),
                Map.entry("figure", List.of("requests.newlyReceived", "requests.outcomes.refused", "rates.disclosure")),
                Map.entry("groupBy", List.of("year", "district", "category", "agency", "applicantType", "figure")),
                Map.entry("orderBy", List.of("value", "-value", "year", "reports")),
                Map.entry("applicantType", List.of("naturalPerson", "otherOrganization")),
                Map.entry("parent", List.of("430200", "350100")));
    }

    private static List<String> tokens() {
        return List.of(
                TestIssuer.oversight(),
                TestIssuer.oversight(),
                TestIssuer.submitter("350128-police", "350128-finance", "430212-finance", "350128-gov"),
                TestIssuer.submitter("350128-police", "350128-finance", "430212-finance", "350128-gov"),
                TestIssuer.submitter("350128-resources"),
                TestIssuer.sign(TestIssuer.claims(Set.of(), List.of())));
    }

    private static String expired() {
        return TestIssuer.sign(TestIssuer.claims(Set.of("oversight"), List.of())
                .expiresAt(Instant.now().minus(Duration.ofHours(1))));
    }

    @Test
    void everyAnswerIsDeclared() {
        List<String> faults = new ArrayList<>();
        WireClient client = new WireClient(RestAssured.port);
        for (DeclaredOperation operation : contract.operations()) {
            faults.addAll(new FuzzRound(operation, existingData, SEED).faults(client, CASES));
        }
        assertThat(faults).isEmpty();
    }
}
