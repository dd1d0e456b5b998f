package org.gongkai.webhook.transport;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the public internet from all others. */
final class PublicAddress {

    /**
     * The networks that are not public (RFC 6890 and the IANA registries of special-purpose addresses), and addresses at
     * which clouds serve the credentials of a machine. 169.254.169.254 and 100.100.100.200 are in networks of the list.
     */
    private static final List<Network> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .map(Network::parse)
            .toList();

    /** The only network from which public IPv6 addresses are assigned. */
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    /** The parts of it that are not public, or lead to an IPv4 address which a tunnel would connect to. */
    private static final List<Network> NOT_PUBLIC_UNICAST = Stream.of(
                    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Network::parse)
            .toList();

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return address.getAddress().length == Network.IPV4_BYTES
                ? NOT_PUBLIC.stream().noneMatch(network -> network.contains(address))
                : GLOBAL_UNICAST.contains(address)
                        && NOT_PUBLIC_UNICAST.stream().noneMatch(network -> network.contains(address));
    }

    /**
     * The addresses with the same first bits.
     *
     * @param first the first address
     * @param bits number of the bits
     */
    private record Network(byte[] first, int bits) {

        static final int IPV4_BYTES = 4;

        static Network parse(String text) {
            String[] parts = text.split("/");
            try {
                return new Network(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean contains(InetAddress address) {
            byte[] other = address.getAddress();
            return other.length == first.length && Arrays.equals(prefix(other), prefix(first));
        }

        private byte[] prefix(byte[] bytes) {
            return new BigInteger(1, bytes)
                    .shiftRight(bytes.length * Byte.SIZE - bits)
                    .toByteArray();
        }
    }
}
