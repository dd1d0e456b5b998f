package org.gongkai.webhook.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.text.Text;

/** Checks the URL of a receiver when it is subscribed. The address of its host is checked again at each delivery. */
public final class ReceiverUrl {

    public static final int MAX_LENGTH = 2_000;

    private static final String HTTPS = "https";
    private static final String HTTP = "http";
    private static final String LOCAL = "localhost";
    private static final int MAX_PORT = 65_535;

    /** A host that is an address, in any notation that the Java runtime accepts; it is not looked up. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

    private ReceiverUrl() {}

    /**
     * Returns why a URL cannot be subscribed.
     *
     * @param allowPrivate whether the receiver may be in a private network, and be called without TLS
     * @return empty if it can
     */
    public static Optional<Text> fault(String url, boolean allowPrivate) {
        if (url == null || url.isBlank()) {
            return Optional.of(new Text("缺少接收地址", "The URL of the receiver is missing"));
        }
        if (url.length() > MAX_LENGTH) {
            return Optional.of(new Text("最多 %s 字", "Must have at most %s characters").with(MAX_LENGTH));
        }
        try {
            return fault(new URI(url), allowPrivate);
        } catch (URISyntaxException malformed) {
            return Optional.of(new Text("不是合法的网址", "Not a valid URL"));
        }
    }

    private static Optional<Text> fault(URI url, boolean allowPrivate) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals(HTTPS) && !(allowPrivate && scheme.equals(HTTP))) {
            return Optional.of(new Text("应为 https 网址", "Must be an https URL"));
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > MAX_PORT) {
            return Optional.of(new Text(
                    "网址中应有主机名（国际化域名请用 xn-- 形式）和有效的端口",
                    "The URL must have a host, with xn-- for an internationalised name, and a valid port"));
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of(new Text("网址中不能有用户名、密码和 #", "The URL must have no user, password or fragment"));
        }
        return allowPrivate || isPublic(url.getHost())
                ? Optional.empty()
                : Optional.of(new Text("不能发送到内部网络的地址", "Events are not sent to addresses of private networks"));
    }

    /** Returns whether a host may be public. The address of a name is only known when an event is sent to it. */
    private static boolean isPublic(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        try {
            return !name.equals(LOCAL)
                    && !name.endsWith("." + LOCAL)
                    && (!ADDRESS.matcher(name).matches() || PublicAddress.is(InetAddress.getByName(name)));
        } catch (UnknownHostException malformed) {
            return false;
        }
    }
}
