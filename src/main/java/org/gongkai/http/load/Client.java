package org.gongkai.http.load;

import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * A client, as the limits count it: the subject of its token or, without a token, its network address.
 *
 * @param key the subject or the address; the two can never be equal
 */
public record Client(String key) {

    /** The number of groups of an IPv6 address that belong to one customer of a provider: 64 of 128 bits. */
    private static final int NETWORK_GROUPS = 4;

    /** Returns the client of a request. */
    public static Client of(SecurityContext security, SocketAddress address) {
        Principal principal = security.getUserPrincipal();
        return principal == null ? anonymous(address) : ofSubject(principal.getName());
    }

    /** Returns the client of a request without a token. */
    public static Client anonymous(SocketAddress address) {
        return ofAddress(address.hostAddress());
    }

    static Client ofSubject(String subject) {
        return new Client("subject " + subject);
    }

    /** Returns the client at an address. All addresses of one IPv6 network are the same client. */
    static Client ofAddress(String address) {
        if (address == null || !address.contains(":")) {
            return new Client("address " + address);
        }
        String[] groups = address.split(":", NETWORK_GROUPS + 1);
        StringBuilder network = new StringBuilder("address ");
        for (int index = 0; index < Math.min(NETWORK_GROUPS, groups.length); index++) {
            network.append(groups[index]).append(':');
        }
        return new Client(network.toString());
    }
}
