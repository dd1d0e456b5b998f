package org.gongkai.bench;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Returns bytes without doing any work, to measure the maximum of the framework. It is only part of the package that
 * the benchmark builds.
 */
@Path("/bench/bytes")
public class BareResource {

    private final Map<Integer, byte[]> answers = new ConcurrentHashMap<>();

    @GET
    @PermitAll
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public byte[] getBytes(@QueryParam("size") int size) {
        return answers.computeIfAbsent(size, BareResource::spaces);
    }

    private static byte[] spaces(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }
}
