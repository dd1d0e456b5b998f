package org.gongkai.webhook.transport;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends messages to receivers. A receiver is any host that a client names, so it gets little: the address of its name is
 * looked up once and checked, and the connection goes to that address; redirects are not followed; and the answer is read
 * up to a limit and a deadline. Certificates are checked against the name.
 */
@ApplicationScoped
public class Receivers {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /** The bytes of an answer that are read. The connection of a longer one is closed. */
    private static final int MAX_ANSWER = 65_536;

    private static final int IDLE_SECONDS = 30;

    private final boolean allowPrivate;
    private final Duration timeout;
    private final HttpClient client;

    /**
     * Creates the client. It has no name, so that the framework publishes no metrics with the URLs of receivers, which may
     * contain secrets.
     */
    Receivers(WebhookConfig config, Vertx vertx) {
        this.allowPrivate = config.allowPrivateNetworks();
        this.timeout = config.timeout();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.concurrent())
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxRedirects(0)
                .setDecompressionSupported(false)
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Sends a message, and waits for the answer. The calling thread is occupied for the timeout at most. */
    public Attempt send(URI url, SignedMessage message) {
        long began = System.nanoTime();
        try {
            InetAddress address = address(url.getHost());
            int status = status(options(url, address), message, began);
            return Attempt.answered(status, since(began));
        } catch (UnknownHostException e) {
            return Attempt.failed(Failure.UNKNOWN_HOST, since(began));
        } catch (PrivateAddressException e) {
            return Attempt.failed(Failure.PRIVATE_ADDRESS, since(began));
        } catch (TimeoutException e) {
            return Attempt.failed(Failure.TIMEOUT, since(began));
        } catch (ExecutionException e) {
            return Attempt.failed(failure(e.getCause()), since(began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Attempt.failed(Failure.CONNECTION, since(began));
        }
    }

    /** Returns the address of a host. A name with several addresses is refused if one of them is not public. */
    private InetAddress address(String host) throws UnknownHostException, PrivateAddressException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!allowPrivate && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            throw new PrivateAddressException();
        }
        return addresses[0];
    }

    private RequestOptions options(URI url, InetAddress address) {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false)
                .setConnectTimeout(timeout.toMillis());
    }

    private int status(RequestOptions options, SignedMessage message, long began)
            throws TimeoutException, ExecutionException, InterruptedException {
        Exchange exchange = new Exchange(message);
        Future<Integer> status = client.request(options).compose(exchange::send);
        try {
            return status.toCompletionStage().toCompletableFuture().get(remaining(began), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return exchange.abandon(late);
        }
    }

    /** Returns the rest of the time, in nanoseconds: the lookup of the name has taken a part of it. */
    private long remaining(long began) throws TimeoutException {
        long remaining = timeout.minus(since(began)).toNanos();
        if (remaining <= 0) {
            throw new TimeoutException();
        }
        return remaining;
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Failure failure(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return Failure.TLS;
            }
        }
        return cause instanceof io.netty.channel.ConnectTimeoutException ? Failure.TIMEOUT : Failure.CONNECTION;
    }

    private static final class PrivateAddressException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** One request with its answer. After it was abandoned, nothing more is sent. */
    private static final class Exchange {

        private final SignedMessage message;
        private boolean abandoned;
        private HttpClientRequest request;
        private Integer status;

        Exchange(SignedMessage message) {
            this.message = message;
        }

        synchronized Future<Integer> send(HttpClientRequest opened) {
            if (abandoned) {
                opened.reset();
                return Future.failedFuture(new TimeoutException());
            }
            request = opened;
            return opened.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.USER_AGENT, "gongkai-webhooks")
                    .putHeader("webhook-id", message.id())
                    .putHeader("webhook-timestamp", String.valueOf(message.at().getEpochSecond()))
                    .putHeader(
                            "webhook-signature",
                            Signature.of(message.secret(), message.id(), message.at(), message.body()))
                    .send(message.body())
                    .compose(this::read);
        }

        /** Reads the answer to its end, so that the connection can be used again. */
        private Future<Integer> read(HttpClientResponse response) {
            Promise<Integer> end = Promise.promise();
            answered(response.statusCode());
            int[] bytes = {0};
            response.handler(chunk -> {
                        bytes[0] += chunk.length();
                        if (bytes[0] > MAX_ANSWER) {
                            response.request().reset();
                            end.tryComplete(response.statusCode());
                        }
                    })
                    .exceptionHandler(broken -> end.tryComplete(response.statusCode()))
                    .endHandler(ended -> end.tryComplete(response.statusCode()));
            return end.future();
        }

        private synchronized void answered(int code) {
            status = code;
        }

        /** Closes the connection. An answer whose body has not ended counts by its status. */
        synchronized int abandon(TimeoutException late) throws TimeoutException {
            abandoned = true;
            if (request != null) {
                request.reset();
            }
            if (status == null) {
                throw late;
            }
            return status;
        }
    }
}
