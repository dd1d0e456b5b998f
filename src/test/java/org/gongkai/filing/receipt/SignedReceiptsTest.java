package org.gongkai.filing.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.security.Actor;
import org.gongkai.testing.Console;
import org.gongkai.testing.OptionalTools;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.Tool;
import org.gongkai.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class SignedReceiptsTest extends ServiceTest {

    private static final RealReport REPORT = ReportFiles.of("430212-finance", 2023);

    private static final String RECEIPT = "reports/430212-finance/2023/revisions/1/receipt";

    @TempDir
    Path folder;

    @Inject
    ReceiptKeys keys;

    @Inject
    ReceiptSigner signer;

    private final Console console = new Console(Language.EN);

    @BeforeEach
    void register() {
        registerAll();
    }

    /** The signer would otherwise learn of a new key in the middle of a later test. */
    @AfterEach
    void tellTheSignerOfNewKeys() {
        signer.loadAtStart(null);
    }

    @Test
    void statesWhatTheReceiptSays() throws IOException {
        JsonNode receipt = json(submit(REPORT).statusCode(201).extract().asString());

        JsonNode stated = payload(receipt.get("signature").asText());

        assertThat(stated.get("agency")).isEqualTo(receipt.get("agency"));
        assertThat(stated.get("year")).isEqualTo(receipt.get("year"));
        assertThat(stated.get("revision")).isEqualTo(receipt.get("revision"));
        assertThat(stated.get("status")).isEqualTo(receipt.get("status"));
        assertThat(stated.get("contentHash")).isEqualTo(receipt.get("contentHash"));
        assertThat(stated.get("submittedAt")).isEqualTo(receipt.get("submittedAt"));
        assertThat(stated.path("decidedAt")).isEqualTo(receipt.at("/decision/at"));
        assertThat(stated.get("ruleBook").asText()).isEqualTo(RuleBook.VERSION);
        assertThat(receipt.get("ruleBook").asText()).isEqualTo(RuleBook.VERSION);
        assertThat(verify(receipt)).as(console.out()).isZero();
    }

    @Test
    void signsTheSameForTheAgencyTheOfficeAndThePublic() throws IOException {
        putInForce(REPORT);

        String own = get(RECEIPT).statusCode(200).extract().asString();
        String open = RestAssured.given().noFilters().get("/api/v1/" + RECEIPT).asString();

        assertThat(json(open).at("/decision/by").isMissingNode()).isTrue();
        assertThat(json(open).get("signature")).isEqualTo(json(own).get("signature"));
        assertThat(verify(json(open))).isZero();
    }

    @Test
    void signsEveryStatusOfARevision() throws IOException {
        putInForce(REPORT);
        JsonNode inForce = json(get(RECEIPT).extract().asString());

        JsonNode withdrawn =
                json(decide(REPORT, 1, "WITHDRAW").statusCode(200).extract().asString());

        assertThat(payload(withdrawn.get("signature").asText()).get("withdrawnAt"))
                .isEqualTo(withdrawn.at("/withdrawal/at"));
        assertThat(verify(withdrawn)).isZero();
        assertThat(verify(inForce)).as("the receipt of that time").isZero();
        ((ObjectNode) withdrawn).put("status", "ACCEPTED");
        assertThat(verify(withdrawn)).isEqualTo(1);
        assertThat(console.out()).contains("/status is ACCEPTED, but the signature states WITHDRAWN");
    }

    @Test
    void signsTheLinesOfABatch() throws IOException {
        List<RealReport> reports = ReportFiles.balanced().limit(5).toList();
        String batch = reports.stream()
                .map(report -> "{\"agency\":\"" + report.agency() + "\",\"year\":" + report.year() + ",\"report\":"
                        + report.content() + "}")
                .collect(Collectors.joining("\n"));

        for (String mode : List.of("partial", "atomic")) {
            String lines = RestAssured.given()
                    .header("Content-Type", "application/x-ndjson")
                    .body(batch.getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/reports?mode=" + mode)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();

            assertThat(run(Files.writeString(folder.resolve(mode), lines))).isZero();
            assertThat(json(console.out())).hasSize(5);
        }
    }

    @Test
    void publishesItsKeysToAnyone() {
        submit(REPORT);

        RestAssured.given()
                .noFilters()
                .get("/api/v1/receipt-keys")
                .then()
                .statusCode(200)
                .body("keys.kty", everyItem(equalTo("OKP")))
                .body("keys.crv", everyItem(equalTo("Ed25519")))
                .body("keys.alg", everyItem(equalTo("EdDSA")))
                .body("keys.use", everyItem(equalTo("sig")))
                .body("keys.d", everyItem(equalTo(null)));
    }

    @Test
    void verifiesOldReceiptsAfterAnotherKeyHasTakenOver() throws Exception {
        JsonNode old = json(submit(REPORT).extract().asString());
        int published = get("receipt-keys").extract().path("keys.size()");

        String key = keys.rotate(Actor.SYSTEM);

        get("receipt-keys").body("keys", hasSize(published + 1));
        assertThat(verify(old)).isZero();
        signer.loadAtStart(null);
        JsonNode renewed = json(get(RECEIPT).extract().asString());
        assertThat(header(renewed.get("signature").asText()).get("kid").asText())
                .isEqualTo(key)
                .isNotEqualTo(header(old.get("signature").asText()).get("kid").asText());
        assertThat(verify(renewed)).isZero();
        assertThat(count("select count(*) from receipt_signing_key"))
                .as("private keys")
                .isOne();
        get("events").body("items.findAll { it.type == 'RECEIPT_KEY_ROTATED' }.detail.key", equalTo(List.of(key)));
    }

    @Test
    void createsOneKeyHoweverManyAskForTheFirst() throws Exception {
        execute("delete from receipt_signing_key");
        long before = count("select count(*) from receipt_key");
        Callable<String> ask = () -> keys.current().id();
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> answers = replicas.invokeAll(List.of(ask, ask, ask, ask));

            String first = answers.get(0).get();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            replicas.shutdown();
        }
        assertThat(count("select count(*) from receipt_key")).isEqualTo(before + 1);
    }

    @Test
    void keepsPublicKeysForever() {
        for (String change : List.of("delete from receipt_key", "update receipt_key set created_at = now()")) {
            assertThatThrownBy(() -> execute(change)).hasMessageContaining("never changed or deleted");
        }
    }

    @Test
    void isVerifiedByTheScriptInTheDocumentation() throws Exception {
        OptionalTools.require("openssl", Tool.works("openssl", "version"), "openssl is not installed");
        OptionalTools.require("python3", Tool.works("python3", "--version"), "Python 3 is not installed");
        JsonNode receipt = json(submit(REPORT).extract().asString());
        String file = Files.writeString(folder.resolve("receipt.json"), receipt.toString())
                .toString();
        String script = Path.of("docs/verify-receipt.py").toAbsolutePath().toString();

        assertThat(OptionalTools.run(folder, List.of("python3", script, file, keyFile())))
                .startsWith("valid: {\"agency\": \"430212-finance\"");

        ((ObjectNode) receipt).put("revision", 2);
        Files.writeString(Path.of(file), receipt.toString());
        assertThat(Tool.works("python3", script, file, keyFile())).isFalse();
        ((ObjectNode) receipt).put("revision", 1).put("signature", forged(receipt));
        Files.writeString(Path.of(file), receipt.toString());
        assertThat(Tool.works("python3", script, file, keyFile())).isFalse();
    }

    @Test
    void refusesEverythingThatTheServiceHasNotSigned() throws IOException {
        JsonNode receipt = json(submit(REPORT).extract().asString());
        String jws = receipt.get("signature").asText();
        String forgery = forged(receipt);
        Map<String, String> forgeries = Map.of(
                forgery,
                "The signature does not fit",
                jws.substring(0, jws.length() - 20),
                "The signature does not fit",
                jws.replaceFirst("\\..*\\.", "."),
                "no compact JWS",
                "nonsense",
                "no compact JWS",
                otherHeader(jws, "none"),
                "no signature of a receipt",
                jws.replaceFirst("[^.]*", base64("{\"alg\":\"EdDSA\",\"typ\":\"receipt+jws\",\"kid\":\"other\"}")),
                "does not have the key other");

        for (Map.Entry<String, String> each : forgeries.entrySet()) {
            ((ObjectNode) receipt).put("signature", each.getKey());

            assertThat(verify(receipt)).isEqualTo(1);
            assertThat(console.out()).contains(each.getValue());
            assertThat(run(Files.writeString(folder.resolve("bare"), each.getKey() + "\n")))
                    .isEqualTo(1);
        }
        ((ObjectNode) receipt).put("signature", forgery).put("problem", "hides the receipt");
        assertThat(verify(receipt)).isEqualTo(1);
        assertThat(console.out()).contains("The signature does not fit");
        ((ObjectNode) receipt).remove("problem");
        assertThat(run(Files.writeString(folder.resolve("bare"), jws + "\n"))).isZero();
        ((ObjectNode) receipt).remove("signature");
        assertThat(verify(receipt)).isEqualTo(1);
        assertThat(console.out()).contains("no signature");
    }

    @Test
    void fetchesTheKeysOfAService() throws IOException {
        Path receipt = Files.writeString(
                folder.resolve("receipt"), submit(REPORT).extract().asString());
        String service = "http://localhost:" + RestAssured.port;

        assertThat(console.run(new VerifyCommand(), receipt.toString(), "--keys", service + "/api/v1/receipt-keys"))
                .as(console.err())
                .isZero();
        assertThat(console.run(new VerifyCommand(), receipt.toString(), "--keys", service + "/api/v1/other"))
                .isEqualTo(1);
        assertThat(console.err()).contains("HTTP 404").hasLineCount(1);
        assertThat(console.run(new VerifyCommand(), receipt.toString(), "--keys", service + "/api/v1/limits"))
                .isEqualTo(1);
        assertThat(console.err()).contains("is no key set").hasLineCount(1);
    }

    @Test
    void saysInOneLineWhatItCannotRead() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "");
        Path broken = Files.writeString(folder.resolve("broken"), "{\"agency\": ");

        for (Path file : List.of(empty, broken)) {
            assertThat(run(file)).isEqualTo(1);
            assertThat(console.err()).contains("holds no receipt").hasLineCount(1);
        }
        assertThat(run(folder.resolve("missing"))).isEqualTo(1);
        assertThat(console.err()).contains("does not exist").hasLineCount(1);
        assertThat(console.run(new VerifyCommand(), broken.toString())).isEqualTo(2);
    }

    @Test
    void speaksChinese() throws IOException {
        Console chinese = new Console(Language.ZH);
        Path receipt = Files.writeString(
                folder.resolve("receipt"), submit(REPORT).extract().asString());

        assertThat(chinese.run(new VerifyCommand(), receipt.toString(), "--keys", keyFile()))
                .isZero();
        assertThat(chinese.out()).contains("有效", "机关");
    }

    private int verify(JsonNode receipt) throws IOException {
        return run(Files.writeString(folder.resolve("receipt"), receipt.toString()));
    }

    private int run(Path file) throws IOException {
        return console.run(new VerifyCommand(), file.toString(), "--keys", keyFile(), "--format", "json");
    }

    private String keyFile() throws IOException {
        return Files.writeString(
                        folder.resolve("keys"), get("receipt-keys").extract().asString())
                .toString();
    }

    private static String forged(JsonNode receipt) {
        String[] parts = receipt.get("signature").asText().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + base64(payload.replace("\"year\":2023", "\"year\":2022")) + "." + parts[2];
    }

    private static String otherHeader(String jws, String algorithm) throws IOException {
        return jws.replaceFirst(
                "[^.]*", base64(((ObjectNode) header(jws)).put("alg", algorithm).toString()));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode header(String jws) throws IOException {
        return ReportFiles.JSON.readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[0]));
    }

    private static JsonNode payload(String jws) throws IOException {
        return ReportFiles.JSON.readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[1]));
    }

    private static JsonNode json(String text) throws IOException {
        return ReportFiles.JSON.readTree(text);
    }
}
