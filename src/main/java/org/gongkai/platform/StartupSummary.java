package org.gongkai.platform;

import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.gongkai.commandline.UserLanguage;
import org.gongkai.platform.embedded.EmbeddedDatabase;
import org.gongkai.security.AccessConfig;
import org.gongkai.security.FirstToken;
import org.gongkai.text.Language;
import org.gongkai.text.Text;
import org.jboss.logging.Logger;

/** The last lines of the log of a start: what to open, where the data and the token are, and how to stop. */
@ApplicationScoped
class StartupSummary {

    private static final Logger LOG = Logger.getLogger(StartupSummary.class);

    private static final Text ADDRESS = new Text("服务地址：%s", "Address: %s");
    private static final Text EMBEDDED = new Text(
            "数据：%s（内嵌 PostgreSQL：%s，用户 %s，密码见 %s）", "Data: %s (embedded PostgreSQL: %s, user %s, password in %s)");
    private static final Text SERVER = new Text("数据：%s", "Data: %s");
    private static final Text TOKEN = new Text("主管部门令牌：%s", "Token of the oversight office: %s");
    private static final Text PROVIDER = new Text("令牌：由身份认证系统 %s 签发", "Tokens: from the identity provider %s");
    private static final Text STOP = new Text("停止：按 Ctrl+C，或执行 kill %s", "Stop: press Ctrl+C, or run kill %s");

    private final Config config;
    private final AccessConfig access;
    private final HttpServer server;

    StartupSummary(Config config, AccessConfig access, HttpServer server) {
        this.config = config;
        this.access = access;
        this.server = server;
    }

    void log() {
        Language language = UserLanguage.of(System.getenv());
        Stream.of(
                        ADDRESS.with(server.getLocalBaseUri()),
                        data(),
                        token(),
                        STOP.with(String.valueOf(ProcessHandle.current().pid())))
                .forEach(line -> LOG.info(line.in(language)));
    }

    private Text data() {
        return Launcher.embedded()
                .map(database -> EMBEDDED.with(
                        database.home(),
                        database.jdbcUrl(),
                        EmbeddedDatabase.USER,
                        database.password().file()))
                .orElseGet(() -> SERVER.with(DatabaseName.of(config.getValue(Launcher.URL, String.class))));
    }

    private Text token() {
        return access.signingKey()
                .map(key -> TOKEN.with(FirstToken.beside(key)))
                .orElseGet(() -> PROVIDER.with(config.getValue(StartupCheck.ISSUER, String.class)));
    }
}
