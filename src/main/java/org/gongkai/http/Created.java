package org.gongkai.http;

import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a {@code PUT}: 201 when it made something new, 200 when it changed or confirmed what was there. */
public final class Created {

    private Created() {}

    public static <T> RestResponse<T> orChanged(boolean created, T content) {
        return RestResponse.ResponseBuilder.create(
                        created ? RestResponse.Status.CREATED : RestResponse.Status.OK, content)
                .build();
    }
}
