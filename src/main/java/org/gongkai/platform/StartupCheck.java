package org.gongkai.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses to start with settings that would open the service to unauthorised access. All faults are reported, each with
 * the name of its setting.
 */
final class StartupCheck {

    static final String KEY_LOCATION = "mp.jwt.verify.publickey.location";
    static final String KEY = "mp.jwt.verify.publickey";
    static final String ISSUER = "mp.jwt.verify.issuer";
    static final String AUDIENCES = "mp.jwt.verify.audiences";
    static final String SIGNING_KEY = "gongkai.security.signing-key";
    static final String LOGIN = "gongkai.login.issuer";
    static final String MAIL = "gongkai.reminders.mail";
    static final String MAIL_FROM = "quarkus.mailer.from";

    /** The settings of the replica for roll-ups. */
    private static final String REPLICA = "quarkus.datasource.read.";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "");
    private static final Pattern AUTHORITY = Pattern.compile("//([^/?#]*)");
    private static final Set<String> COMMON_PASSWORDS =
            Set.of("gongkai", "postgres", "password", "changeme", "change-me", "secret", "admin", "123456");

    private final Config config;
    private final List<String> faults = new ArrayList<>();

    private StartupCheck(Config config) {
        this.config = config;
    }

    /**
     * Checks the settings.
     *
     * @throws IOException if settings are unsafe; the message lists all of them
     */
    static void of(Config config) throws IOException {
        StartupCheck check = new StartupCheck(config);
        check.provider();
        check.login();
        check.databases();
        check.mail();
        check.unknownSettings();
        if (!check.faults.isEmpty()) {
            throw new IOException(
                    "The service does not start with unsafe settings:\n  " + String.join("\n  ", check.faults));
        }
    }

    /** Checks that an identity provider issues the tokens. */
    static boolean hasProvider(Config config) {
        return value(config, KEY_LOCATION).isPresent() || value(config, KEY).isPresent();
    }

    private void provider() {
        if (!hasProvider(config)) {
            return;
        }
        if (value(config, SIGNING_KEY).isPresent()) {
            faults.add(SIGNING_KEY + ": the local issuer would sign tokens in addition to the identity provider of "
                    + KEY_LOCATION + ". Remove one of them.");
        }
        value(config, KEY_LOCATION)
                .filter(StartupCheck::isReadOnTheWay)
                .ifPresent(location ->
                        faults.add(KEY_LOCATION + ": over plain HTTP, an attacker can replace the keys. Use https."));
        required(ISSUER, "tokens of every issuer with the same keys would be accepted");
        required(AUDIENCES, "tokens that the provider issued for other services would be accepted");
    }

    private void required(String property, String risk) {
        if (value(config, property).isEmpty()) {
            faults.add(property + ": not set. Without it, " + risk + ". Set it.");
        }
    }

    /** Checks the provider at which readers of the pages log in. */
    private void login() {
        Optional<String> issuer = value(config, LOGIN);
        if (issuer.isEmpty()) {
            return;
        }
        if (!isAddress(issuer.get())) {
            faults.add(LOGIN + ": not the address of a provider. Set one such as https://login.example/realms/gongkai,"
                    + " without user, query and fragment.");
        } else if (isReadOnTheWay(issuer.get())) {
            faults.add(LOGIN + ": over plain HTTP, an attacker can read passwords and tokens. Use https.");
        }
        if (!hasProvider(config)) {
            faults.add(LOGIN + ": the service would refuse the tokens of this provider. Set " + KEY_LOCATION + ", "
                    + ISSUER + " and " + AUDIENCES + ".");
        }
    }

    /** Checks that mails have a sender, without which every mail server refuses them. */
    private void mail() {
        if (value(config, MAIL).filter(Boolean::parseBoolean).isPresent()
                && value(config, MAIL_FROM).isEmpty()) {
            faults.add(MAIL + ": mails need a sender. Set " + MAIL_FROM + " to the address of the office.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && Stream.of(address.getRawUserInfo(), address.getRawQuery(), address.getRawFragment())
                            .allMatch(Objects::isNull);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Returns whether others can read and change what is sent to a URL: over plain HTTP, and to another machine. */
    private static boolean isReadOnTheWay(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("http:") && !LOOPBACK.containsAll(hosts(url));
    }

    private void databases() {
        database(Launcher.URL, Launcher.USER, Launcher.PASSWORD);
        database(REPLICA + "jdbc.url", REPLICA + "username", REPLICA + "password");
    }

    /**
     * Checks the password of a database on another machine. For a database on the same machine, access is left to its
     * own configuration.
     */
    private void database(String urlProperty, String userProperty, String passwordProperty) {
        String url = value(config, urlProperty).orElse("");
        if (authority(url).contains("@")) {
            faults.add(
                    urlProperty + ": a password in front of the host would be logged, and the driver does not use it."
                            + " Set " + userProperty + " and " + passwordProperty + ".");
        }
        if (LOOPBACK.containsAll(hosts(url))) {
            return;
        }
        Optional<String> password = urlParameter(url, "password").or(() -> value(config, passwordProperty));
        Optional<String> user = urlParameter(url, "user").or(() -> value(config, userProperty));
        if (password.isPresent()
                && (COMMON_PASSWORDS.contains(password.get().toLowerCase(Locale.ROOT)) || password.equals(user))) {
            faults.add(passwordProperty + ": a common password, or the same as the user name. Set another one.");
        }
    }

    /** Returns the host names of a URL. A JDBC URL may name several; an empty one is the local machine. */
    private static Set<String> hosts(String url) {
        return Stream.of(authority(url).split(","))
                .map(host -> host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Returns hosts and ports of a URL; empty if it has none. */
    private static String authority(String url) {
        Matcher authority = AUTHORITY.matcher(url);
        return authority.find() ? authority.group(1) : "";
    }

    /** Returns a parameter of the URL. The driver prefers it to other settings. */
    private static Optional<String> urlParameter(String url, String parameter) {
        return Pattern.compile("[?&]" + parameter + "=([^&]*)")
                .matcher(url)
                .results()
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** Refuses unknown settings: a typo would silently disable a protection. */
    private void unknownSettings() {
        KnownSettings.unknown(config).forEach(name -> faults.add(name + ": unknown setting. Check its spelling."));
    }

    private static Optional<String> value(Config config, String property) {
        return config.getOptionalValue(property, String.class);
    }
}
