package org.gongkai.security.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.Console;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.gongkai.text.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests use an identity provider, so the service refuses. {@code PackagedServiceIT} gets a token. */
@QuarkusTest
class TokenCommandTest extends ServiceTest {

    @TempDir
    Path folder;

    private final Console console = new Console(Language.EN);

    @Test
    void printsTheRefusalOfTheService() throws IOException {
        registerAll();

        assertThat(run("http://localhost:" + RestAssured.port, token(TestIssuer.oversight())))
                .isEqualTo(1);

        assertThat(console.err()).isEqualTo("404 The identity provider issues the tokens; the local issuer is off\n");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void printsTheRefusalOfAToken() throws IOException {
        assertThat(run("http://localhost:" + RestAssured.port, token("wrong"))).isEqualTo(1);

        assertThat(console.err()).startsWith("401 ");
        assertThat(console.err().lines()).hasSize(1);
    }

    @Tag("thorough")
    @Test
    void namesAServiceThatIsAway() throws IOException {
        assertThat(run("http://localhost:1", token("any"))).isEqualTo(1);

        assertThat(console.err()).startsWith("The service at http://localhost:1/ cannot be reached: ");
        assertThat(console.err().lines()).hasSize(1);
    }

    @Test
    void neverPrintsAFileThatIsNoToken() throws IOException {
        for (String content : List.of("secret\nof two lines", "secret 令牌", "", "\uFEFF")) {
            assertThat(run("http://localhost:1", token(content))).isEqualTo(1);

            assertThat(console.err())
                    .contains("holds no token")
                    .doesNotContain("secret")
                    .hasLineCount(1);
        }
    }

    @Test
    void takesATokenWithWhatEditorsAdd() throws IOException {
        registerAll();
        String token = token("\uFEFFBearer " + TestIssuer.oversight() + "\r\n");

        assertThat(run("http://localhost:" + RestAssured.port, token)).isEqualTo(1);

        assertThat(console.err()).as("the token is valid").startsWith("404 The identity provider");
    }

    @Test
    void saysThatAnotherServerIsNotGongkai() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<p>Log in</p>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            String address = "http://localhost:" + other.getAddress().getPort();

            assertThat(run(address, token("any"))).isEqualTo(1);

            assertThat(console.err())
                    .startsWith("The server at " + address + "/ is not Gongkai")
                    .hasLineCount(1);
            assertThat(console.out()).isEmpty();
        } finally {
            other.stop(0);
        }
    }

    @Test
    void namesAMissingTokenFile() {
        Path missing = folder.resolve("missing");

        assertThat(run("http://localhost:1", missing.toString())).isEqualTo(1);

        assertThat(console.err()).contains(missing.toString(), "--token-file");
    }

    private String token(String content) throws IOException {
        return Files.writeString(folder.resolve("token"), content).toString();
    }

    private int run(String service, String tokenFile) {
        return console.run(new TokenCommand(), "430212-finance", "--to", service, "--token-file", tokenFile);
    }
}
