package org.gongkai.webhook.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverUrlTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "receiver.example",
                "/gongkai",
                "http://receiver.example/",
                "ftp://receiver.example/",
                "https:///gongkai",
                "https://receiver.example:0/",
                "https://receiver.example:65536/",
                "https://receiver.example/a b",
                "https://user:password@receiver.example/",
                "https://receiver.example/#part",
                "https://接收.example/",
                "https://localhost/",
                "https://LOCALHOST./",
                "https://a.localhost/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://10.0.0.1:8443/",
                "https://169.254.169.254/latest/meta-data/",
                "https://999.999.999.999/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fd00:ec2::254]/"
            })
    void refusesOtherUrls(String url) {
        assertThat(ReceiverUrl.fault(url, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://receiver.example",
                "HTTPS://receiver.example/gongkai?tenant=1",
                "https://xn--fiqs8s.example:8443/",
                "https://223.5.5.5/",
                "https://[2400:3200::1]/"
            })
    void acceptsPublicHttps(String url) {
        assertThat(ReceiverUrl.fault(url, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9000/", "http://10.0.0.1/", "https://[::1]/"})
    void acceptsPrivateNetworks_ifTheyAreAllowed(String url) {
        assertThat(ReceiverUrl.fault(url, true)).isEmpty();
    }
}
