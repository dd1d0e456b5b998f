package org.gongkai.security;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens with a valid signature and claims of any shape. The claims are written as JSON. */
@QuarkusTest
class TokenClaimsTest extends ServiceTest {

    private static final String OFFICE_ONLY = "/api/v1/events";
    private static final String READERS = "/api/v1/reports";
    private static final String ANYONE = "/api/v1/districts";

    static Stream<Arguments> claimsOfTheWrongType() {
        List<String> noStrings = List.of(
                "null",
                "\"oversight\"",
                "\"\"",
                "7",
                "true",
                "{}",
                "{\"oversight\":true}",
                "[7]",
                "[null]",
                "[{}]",
                "[[\"oversight\"]]",
                "[\"oversight\",7]",
                "[{\"code\":\"430212-finance\"}]");
        List<String> noString = List.of("null", "7", "1.5", "true", "{}", "[]", "[\"a\"]");
        List<String> noYears = List.of("null", "2024", "\"2024\"", "[\"2024\"]", "[2024.5]", "[-1]", "[null]", "{}");
        List<String> noTime = List.of("null", "\"tomorrow\"", "\"4102444800\"", "true", "{}", "[4102444800]");
        return Stream.of(
                        cases("groups", noStrings),
                        cases("agencies", noStrings),
                        cases("districts", noStrings),
                        cases("years", noYears),
                        cases("sub", noString),
                        cases("jti", noString),
                        cases("upn", noString),
                        cases("preferred_username", noString),
                        cases("exp", noTime),
                        cases("nbf", noTime),
                        cases("iat", noTime),
                        cases("iss", noString),
                        cases("aud", List.of("null", "7", "true", "{}", "[7]", "[[\"gongkai\"]]")))
                .flatMap(cases -> cases);
    }

    static Stream<Arguments> timesOutOfRange() {
        return Stream.of(
                        "-1",
                        "-0.5",
                        "-9223372036854775808",
                        "253402300800",
                        "1e30",
                        "1e300",
                        "1e999",
                        "9223372036854775807",
                        "99999999999999999999999999")
                .flatMap(number -> Stream.of("exp", "nbf", "iat").map(claim -> arguments(claim, number)));
    }

    static Stream<Arguments> unusableSubjects() {
        return Stream.of(
                        "",
                        " ",
                        "　",
                        " wang",
                        "wang ",
                        "wang\\u00a0",
                        "\\u0000",
                        "wang\\u0000",
                        "wang\\n",
                        "wang\\u0007",
                        "wang\\u200b",
                        "\\u202ewang",
                        "wang\\ufeff",
                        "wang\\u2028",
                        "wang\\u00ad",
                        "wang\\ufe0f",
                        "wang\\u3164",
                        "\\ud800",
                        "wang\\udc00",
                        "wang\\ue000",
                        "wang\\uffff",
                        "\\udb40\\udc41wang",
                        "a".repeat(256),
                        "王".repeat(256),
                        "a".repeat(8_000))
                .map(subject -> arguments("sub", "\"" + subject + "\""));
    }

    static Stream<Arguments> namesOfTheService() {
        return Stream.of(
                        "system",
                        "System",
                        "SYSTEM",
                        "ｓｙｓｔｅｍ",
                        "demonstration",
                        "Demonstration",
                        "anonymous",
                        "unknown")
                .map(subject -> arguments("sub", "\"" + subject + "\""));
    }

    @ParameterizedTest
    @MethodSource({"claimsOfTheWrongType", "timesOutOfRange", "unusableSubjects", "namesOfTheService"})
    void refusesTheTokenAndNamesTheClaim(String claim, String json) {
        String token = TestIssuer.signText(payload(Map.of(claim, json)));

        ValidatableResponse refusal = refused(OFFICE_ONLY, token);
        if (!List.of("iss", "aud").contains(claim)) {
            refusal.body("detail", containsString("claim " + claim + " "));
        }
        refused(READERS, token);
        get(ANYONE, token).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "exp", "iat", "iss", "aud"})
    void refusesATokenWithoutARequiredClaim(String claim) {
        Map<String, String> claims = claims();
        claims.remove(claim);

        refused(OFFICE_ONLY, TestIssuer.signText(json(claims)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "null",
                "[]",
                "\"sub\"",
                "{",
                "{}",
                "{\"sub\":\"a\",\"sub\":\"b\"}",
                "\u0000",
                "{\"sub\":}"
            })
    void refusesAPayloadThatIsNoObjectWithClaims(String payload) {
        refused(OFFICE_ONLY, TestIssuer.signText(payload));
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 1_000, 5_000})
    void refusesDeeplyNestedClaims(int depth) {
        String arrays = "[".repeat(depth) + "]".repeat(depth);

        refused(OFFICE_ONLY, TestIssuer.signText(payload(Map.of("other", arrays))))
                .body("detail", containsString("nested too deeply"));
        refused(OFFICE_ONLY, TestIssuer.signText(payload(Map.of("agencies", arrays))));
    }

    @Test
    void refusesATokenThatExpiredIn1970() {
        refused(OFFICE_ONLY, TestIssuer.signText(payload(Map.of("exp", "0"))))
                .body("detail", containsString("The token expired at 1970-01-01 08:00, Beijing time"));
    }

    @Test
    void tellsTheHolderOnlyThatATokenHasExpired() {
        String expired = TestIssuer.signText(payload(Map.of("exp", "0")));
        String forged = expired.substring(0, expired.lastIndexOf('.') + 1) + "A".repeat(342);

        refused(OFFICE_ONLY, forged).body("detail", startsWith("The token is invalid"));
    }

    static Stream<String> otherSpellings() {
        String[] parts = TestIssuer.oversight().split("\\.");
        String header = parts[0];
        String payload = parts[1];
        String signature = parts[2];
        return Stream.of(
                String.join(".", header, payload, signature + "x"),
                String.join(".", header, payload, signature + "="),
                String.join(".", header, payload, signature + "=="),
                String.join(".", header, payload, withSurplusBits(signature)),
                String.join(".", header, payload, signature.substring(0, 9) + "*" + signature.substring(9)),
                String.join(".", header, payload, signature.replace('-', '+').replace('_', '/') + "="),
                String.join(".", header + "=", payload, signature),
                String.join(".", header, payload + "=", signature));
    }

    /** Changes the bits of the last character that do not belong to the 256 bytes of the signature. */
    private static String withSurplusBits(String signature) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = signature.length() - 1;
        return signature.substring(0, last) + alphabet.charAt(alphabet.indexOf(signature.charAt(last)) + 1);
    }

    @ParameterizedTest
    @MethodSource("otherSpellings")
    void refusesATokenThatIsNotCanonical(String token) {
        refused(OFFICE_ONLY, token).body("detail", containsString("canonical base64url"));
        refused(READERS, token);
    }

    static Stream<Map<String, String>> usableClaims() {
        return Stream.of(
                Map.of("sub", "\"" + "a".repeat(255) + "\""),
                Map.of("sub", "\"王小明（政务公开办）\""),
                Map.of("sub", "\"𠮷田\""),
                Map.of("sub", "\"f:1b2c:wang.xiaoming@pingtan.gov.cn\""),
                Map.of("sub", "\"systems\""),
                Map.of("upn", "\"system\"", "preferred_username", "\"\\u202esystem\""),
                Map.of("agencies", "[]"),
                Map.of("groups", "[\"oversight\",\"oversight\",\"\",\"其他\"]"),
                Map.of("realm_access", "{\"roles\":[\"oversight\"]}", "address", "[{\"a\":[[[{}]]]}]", "flag", "null"),
                Map.of("nested", "[".repeat(60) + "]".repeat(60)),
                Map.of("exp", Instant.now().plusSeconds(600).getEpochSecond() + ".5"),
                Map.of("exp", "253402300799", "nbf", "0", "iat", "0"),
                Map.of("aud", "[\"account\",\"gongkai\"]"));
    }

    @ParameterizedTest
    @MethodSource("usableClaims")
    void acceptsClaimsThatItCanReadOrDoesNotRead(Map<String, String> claims) {
        get(OFFICE_ONLY, TestIssuer.signText(payload(claims))).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"preferred_username", "upn", "name", "email"})
    void recordsTheSubjectAsTheActor(String otherName) {
        String token = TestIssuer.signText(payload(Map.of("sub", "\"0f2a-41\"", otherName, "\"王小明\"")));
        RestAssured.given()
                .noFilters()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"name\":\"湖南省\"}")
                .put("/api/v1/districts/430000")
                .then()
                .statusCode(201);

        get(OFFICE_ONLY, token).then().body("items[-1].actor", equalTo("0f2a-41"));
    }

    static Stream<String> malformedHeaders() {
        String token = TestIssuer.oversight();
        return Stream.of(
                "",
                "Bearer",
                "Bearer ",
                "Bearer   ",
                "Bearer .",
                "Bearer ..",
                "Bearer a.b.c",
                "Bearer a.b.c.d.e",
                "Bearer =",
                "Bearer \"" + token + "\"",
                "Bearer: " + token,
                "Bearer=" + token,
                "Bearer," + token,
                "Bearer " + token + "," + token,
                "Bearer " + token + " " + token,
                "Bearer Bearer " + token,
                "Bearer " + token + ".",
                "Bearer " + token.substring(1),
                "Bearer " + token.substring(0, token.lastIndexOf('.')),
                token,
                "Basic b2ZmaWNlOm9mZmljZQ==",
                "Basic",
                "Basic ???",
                "Digest username=\"office\"",
                "Negotiate",
                "Token " + token,
                "Bearer\u00a0" + token,
                "Bearer " + "a".repeat(9_000),
                "Bearer 令牌");
    }

    @ParameterizedTest
    @MethodSource("malformedHeaders")
    void refusesMalformedHeaders(String header) {
        RestAssured.given()
                .noFilters()
                .header("Authorization", header)
                .get(OFFICE_ONLY)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    private static Stream<Arguments> cases(String claim, List<String> values) {
        return values.stream().map(value -> arguments(claim, value));
    }

    private static ValidatableResponse refused(String path, String token) {
        return get(path, token)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""))
                .body("type", equalTo("/problems/unauthenticated"));
    }

    private static Response get(String path, String token) {
        return RestAssured.given()
                .noFilters()
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .get(path);
    }

    private static Map<String, String> claims() {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("iss", "\"" + TestIssuer.ISSUER + "\"");
        claims.put("aud", "\"" + TestIssuer.AUDIENCE + "\"");
        claims.put("sub", "\"wang\"");
        claims.put("groups", "[\"oversight\",\"submitter\"]");
        claims.put("agencies", "[\"430212-finance\"]");
        claims.put("iat", String.valueOf(Instant.now().getEpochSecond()));
        claims.put("exp", String.valueOf(Instant.now().plusSeconds(600).getEpochSecond()));
        return claims;
    }

    private static String payload(Map<String, String> changed) {
        Map<String, String> claims = claims();
        claims.putAll(changed);
        return json(claims);
    }

    private static String json(Map<String, String> claims) {
        return claims.entrySet().stream()
                .map(claim -> "\"" + claim.getKey() + "\":" + claim.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
